using System.IO.Compression;
using System.Text;
using TrialSite.Registry;

namespace TrialSite.Tests.Registry;

/// <summary>The forms in which records come, told by their bytes alone.</summary>
public sealed class RegistryReaderTests
{
    private static readonly string[] ThreeIds = [TestStudy.Id(1), TestStudy.Id(2), TestStudy.Id(3)];

    public static TheoryData<string, string> Forms => new()
    {
        { "a study a line", Lines("\n") },
        { "a study a line, the last without an end", Lines("\n").TrimEnd() },
        { "Windows line ends", Lines("\r\n") },
        { "empty lines between", Lines("\n\n \n") },
        { "a byte order mark", "\uFEFF" + Lines("\n") },
        { "a list", $"[{TestStudy.Line(1)},{TestStudy.Line(2)},{TestStudy.Line(3)}]" },
        { "a list over lines", $"[\n  {TestStudy.Line(1)},\n  {TestStudy.Line(2)},\n  {TestStudy.Line(3)}\n]\n" },
        { "a list of studies over lines", $"[{OverLines(1)},{OverLines(2)},{OverLines(3)}]" },
        { "studies over lines", OverLines(1) + "\n" + OverLines(2) + "\n" + OverLines(3) },
        { "a page", $$"""{"totalCount":3,"studies":[{{TestStudy.Line(1)}},{{TestStudy.Line(2)}},{{TestStudy.Line(3)}}],"nextPageToken":"abc"}""" },
        { "a page that begins with its token", $$"""{ "nextPageToken" : "abc", "studies" : [ {{TestStudy.Line(1)}}, {{TestStudy.Line(2)}}, {{TestStudy.Line(3)}} ] }""" },
        { "a page over lines", $"{{\n  \"studies\": [\n    {TestStudy.Line(1)},\n    {TestStudy.Line(2)},\n    {TestStudy.Line(3)}\n  ],\n  \"other\": {{ \"a\": [1, 2] }}\n}}\n" },
        { "two pages", $$"""{"studies":[{{TestStudy.Line(1)}}],"nextPageToken":"abc"}{{"\n"}}{"studies":[{{TestStudy.Line(2)}},{{TestStudy.Line(3)}}]}""" },
        { "an empty page first", $$"""{"studies":[]}{{"\n"}}[{{TestStudy.Line(1)}},{{TestStudy.Line(2)}},{{TestStudy.Line(3)}}]""" },
    };

    [Theory]
    [MemberData(nameof(Forms))]
    public void Every_form_of_text_is_read(string form, string text) => Assert.Equal((form, string.Join(", ", ThreeIds)), (form, TestStudy.InShort(TestStudy.Read(text))));

    [Theory]
    [MemberData(nameof(Forms))]
    public void Every_form_is_read_from_gzip(string form, string text) => Assert.Equal((form, string.Join(", ", ThreeIds)), (form, TestStudy.InShort(TestStudy.Read(Gzip(text)))));

    [Theory]
    [MemberData(nameof(Forms))]
    public void Every_form_is_read_byte_by_byte(string form, string text)
    {
        using var drops = new Drops(Encoding.UTF8.GetBytes(text));

        Assert.Equal((form, string.Join(", ", ThreeIds)), (form, TestStudy.InShort(TestStudy.Read(drops))));
    }

    [Fact]
    public void A_study_over_lines_is_read() => Assert.Equal(TestStudy.NctId, TestStudy.InShort(TestStudy.Read(TestStudy.Full)));

    [Fact]
    public void The_registrys_zip_is_read_in_its_order()
    {
        var zip = Zip(("ctg/NCT3.json", OverLines(3)), ("ctg/", ""), ("NCT1.json", TestStudy.Line(1)), ("two", TestStudy.Line(2)));

        Assert.Equal("NCT09000003, NCT09000001, NCT09000002", TestStudy.InShort(TestStudy.Read(zip)));
    }

    [Fact]
    public void A_zip_that_comes_through_a_pipe_is_read()
    {
        using var drops = new Drops(Zip(("a", TestStudy.Line(1)), ("b", TestStudy.Line(2))));

        Assert.Equal("NCT09000001, NCT09000002", TestStudy.InShort(TestStudy.Read(drops)));
    }

    [Fact]
    public void Files_of_a_folder_are_read_by_name_whatever_they_are()
    {
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            File.WriteAllBytes(Path.Combine(folder.FullName, "a.txt"), Gzip(TestStudy.Line(1)));
            File.WriteAllBytes(Path.Combine(folder.FullName, "b"), Zip(("x", TestStudy.Line(2))));
            File.WriteAllText(Path.Combine(folder.CreateSubdirectory("c").FullName, "d.gz"), TestStudy.Line(3));
            File.WriteAllText(Path.Combine(folder.FullName, "e.json"), "");

            var readings = RegistryReader.Read(folder.FullName).ToBlockingEnumerable().ToList();

            Assert.Equal("NCT09000001, NCT09000002, NCT09000003, TR001:1", TestStudy.InShort(readings));
            Assert.Equal("e.json", readings[^1].Problem!.Source);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void A_known_record_is_not_read_again_whatever_file_it_stands_in()
    {
        var first = TestStudy.Read(TestStudy.Line(1))[0].SourceHash;

        Assert.Equal("known, NCT09000002, TR010:3, NCT09000003", TestStudy.InShort(TestStudy.Read($"{TestStudy.Line(1)}\n{TestStudy.Line(2)}\nbroken\n{TestStudy.Line(3)}", hash => hash == first)));
        Assert.Equal("NCT09000002, known", TestStudy.InShort(TestStudy.Read(Zip(("a", TestStudy.Line(2)), ("b", $"[{TestStudy.Line(1)}]")), hash => hash == first)));
    }

    [Fact]
    public void A_record_that_comes_twice_is_read_twice() =>
        Assert.Equal("NCT09000001, NCT09000001", TestStudy.InShort(TestStudy.Read($"{TestStudy.Line(1)}\n{TestStudy.Line(1)}")));

    [Fact]
    public void Of_a_name_that_comes_twice_the_last_counts() =>
        Assert.Equal("b", TestStudy.Record("""{"protocolSection":{"identificationModule":{"nctId":"NCT09000001","briefTitle":"a","briefTitle":"b"}}}""").Title);

    [Fact]
    public async Task Reading_stops_when_it_is_cancelled()
    {
        using var stop = new CancellationTokenSource();
        var readings = RegistryReader.Read(new MemoryStream(Encoding.UTF8.GetBytes(Lines("\n"))), "records", cancellationToken: stop.Token).GetAsyncEnumerator(stop.Token);
        Assert.True(await readings.MoveNextAsync());

        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            while (await readings.MoveNextAsync())
            {
            }
        });
    }

    internal static byte[] Gzip(string text)
    {
        var bytes = new MemoryStream();
        using (var gzip = new GZipStream(bytes, CompressionLevel.Fastest))
            gzip.Write(Encoding.UTF8.GetBytes(text));
        return bytes.ToArray();
    }

    internal static byte[] Zip(params (string Name, string Text)[] files)
    {
        var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create))
        {
            foreach (var (name, text) in files)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(Encoding.UTF8.GetBytes(text));
            }
        }
        return bytes.ToArray();
    }

    private static string Lines(string end) => string.Concat(Enumerable.Range(1, 3).Select(number => TestStudy.Line(number) + end));

    private static string OverLines(int number) => TestStudy.Full.Replace(TestStudy.NctId, TestStudy.Id(number), StringComparison.Ordinal);

    /// <summary>A stream that gives a few bytes at a time and cannot seek, as a pipe does.</summary>
    private sealed class Drops(byte[] bytes) : Stream
    {
        private int at;

        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => throw new NotSupportedException();
        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            var length = Math.Min(Math.Min(count, 1 + (at % 7)), bytes.Length - at);
            bytes.AsSpan(at, length).CopyTo(buffer.AsSpan(offset));
            at += length;
            return length;
        }

        public override void Flush() => throw new NotSupportedException();
        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
        public override void SetLength(long value) => throw new NotSupportedException();
        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
