using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace TrialSite.Seeds;

/// <summary>Turns a file's bytes into text: strict UTF-8, with the place of the first byte that is not.</summary>
internal static class SeedEncoding
{
    /// <summary>The text; null, with one problem, when the bytes are too many or no UTF-8.</summary>
    public static string? Decode(ReadOnlySpan<byte> bytes, SeedProblems problems)
    {
        if (bytes.Length > SeedParser.MaxBytes)
        {
            problems.Error(SeedCodes.TooLarge, 1, 1, TooLarge(bytes.Length));
            return null;
        }
        if (bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..])
        {
            problems.Error(SeedCodes.NotUtf8, 1, 1, "the file is UTF-16; expected UTF-8, nothing was read");
            return null;
        }
        if (Utf8.IsValid(bytes))
            return Encoding.UTF8.GetString(bytes);
        ReportInvalidBytes(bytes, problems);
        return null;
    }

    public static string TooLarge(int bytes) => $"the text has {bytes} bytes; at most {SeedParser.MaxBytes} are read, nothing was read";

    private static void ReportInvalidBytes(ReadOnlySpan<byte> bytes, SeedProblems problems)
    {
        var (line, column, count) = (1, 1, 0);
        (int Line, int Column, int Offset) first = default;
        for (var offset = 0; offset < bytes.Length;)
        {
            var isValid = Rune.DecodeFromUtf8(bytes[offset..], out var rune, out var used) == OperationStatus.Done;
            if (!isValid && count++ == 0)
                first = (line, column, offset);
            var isLineEnd = rune.Value == '\n' || (rune.Value == '\r' && !bytes[(offset + used)..].StartsWith("\n"u8));
            var isMark = offset == 0 && rune.Value == '\uFEFF';
            (line, column) = isLineEnd ? (line + 1, 1) : (line, column + (isMark ? 0 : rune.Utf16SequenceLength));
            offset += used;
        }
        var others = count == 1 ? "" : $" (and {count - 1} more in the file)";
        problems.Error(SeedCodes.NotUtf8, first.Line, first.Column,
            $"byte 0x{bytes[first.Offset]:X2} at offset {first.Offset} is not UTF-8{others}; save the file as UTF-8, nothing was read");
    }
}
