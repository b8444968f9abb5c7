using TrialSite.Alerts;

namespace TrialSite.Web.Pages.Follow;

/// <summary>The sign-up form of one page: what it offers, what a person put in, and what is wrong with that.</summary>
public sealed class FollowForm(Topic about, string subject, IReadOnlyList<TopicChoice> choices, string safetyRules)
{
    /// <summary>Of the sentence in <c>_Consent.cshtml</c>.</summary>
    public const string ConsentVersion = "2026-11-27b";

    private readonly List<FollowProblem> problems = [];

    public Topic About => about;

    /// <summary>The trial's title or the condition's name.</summary>
    public string Subject => subject;
    public IReadOnlyList<TopicChoice> Choices => choices;
    public string SafetyRules => safetyRules;
    public FollowInput Input { get; private set; } = new();
    public IReadOnlyList<FollowProblem> Problems => problems;

    /// <summary>The condition that the trial page's sentence names; null when the trial has none.</summary>
    public string? PrimaryCondition { get; init; }

    /// <summary>What can happen to the trial, after "this study".</summary>
    public string? TrialEvent { get; init; }

    public FollowProblem? ProblemAt(string field) => problems.Find(problem => problem.Field == field);

    public bool IsTicked(TopicChoice choice) => Input.About is null ? choice.IsTickedAtFirst : Input.Topics?.Contains(choice.Topic.ToString()) is true;

    public bool Chose(string frequency) => frequency == (Input.About is null ? "at-once" : Input.Frequency);

    /// <summary>What the person asks for; null when there is a problem.</summary>
    public SignUpRequest? Read(FollowInput input, string addressBlock)
    {
        Input = input;
        if (!EmailAddress.TryParse(input.Email, out var address))
            Report("email", string.IsNullOrWhiteSpace(input.Email) ? "Write your email address." : "Write the whole email address, like name@example.org.");
        Topic[] topics = [.. choices.Where(IsTicked).Select(choice => choice.Topic)];
        if (topics is [])
            Report("topics", "Tick at least one thing to hear about.");
        var frequency = FrequencyOf(input.Frequency);
        if (frequency is null)
            Report("frequency", "Choose how often we may write.");
        if (input.Consent != "yes")
            Report("consent", "Tick the box if you agree. We cannot write to you without it.");
        return problems is [] ? new(address!, topics, frequency!.Value, ConsentVersion, about, addressBlock) : null;
    }

    /// <summary>The store takes no write now.</summary>
    public void ReportNotSaved() => Report("send", "We could not save your sign-up. Your answers are still here. Please send it again in a few minutes.");

    private void Report(string field, string words) => problems.Add(new(field, words));

    private static AlertFrequency? FrequencyOf(string? word) => word switch
    {
        "at-once" => AlertFrequency.AtOnce,
        "daily" => AlertFrequency.Daily,
        "weekly" => AlertFrequency.Weekly,
        _ => null,
    };
}

/// <summary>A box of the form: what can be followed, and the words beside the box.</summary>
public sealed record TopicChoice(Topic Topic, string Words, bool IsTickedAtFirst);

/// <summary>What is wrong, and the id of the field to mend.</summary>
public sealed record FollowProblem(string Field, string Words);
