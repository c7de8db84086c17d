// What holds for every text and every day.
#pragma warning disable NUnit1027 // FsCheck makes the arguments.
using System.Globalization;
using CommunicationStrategy.ActionPlan.Domain.Deadlines;
using FsCheck;
using FsCheck.Fluent;
using static CommunicationStrategy.UnitTests.ActionPlan.Deadlines.DeadlinePhrases;

namespace CommunicationStrategy.UnitTests.ActionPlan.Deadlines;

internal sealed class DeadlineProperties
{
    private static readonly WorkingDays Calendar = WorkingDays.Moldova;

    private static readonly string[] Words =
        ["15", "31.12.2026", "martie", "until", "până la", "квартал", "IV", "trim.", "2026", "-", ",", "și", "anual", "of", "the", "end", "с", "по", "30", "days", "after", "approval", "each", "year", "at least", "dell'", "2024-2026", "(", ")", "не менее", "раз в", "before", "every", "0", "99", "last day", "a", "luni"];

    [FsCheck.NUnit.Property(MaxTest = 2000)]
    public bool Any_text_is_read_without_throwing_and_keeps_its_words(string? text) =>
        DeadlineParser.Parse(text, ThreeYears).AsWritten == (text ?? "");

    [FsCheck.NUnit.Property(MaxTest = 2000)]
    public FsCheck.Property Any_sequence_of_deadline_words_is_read_in_order_and_twice_the_same() =>
        Prop.ForAll(Gen.Elements(Words).ListOf().ToArbitrary(), words =>
        {
            var first = DeadlineParser.Parse(string.Join(' ', words), ThreeYears);
            var ascending = first.Occurrences.SequenceEqual(first.Occurrences.Distinct().Order());
            var forward = first.Start is null || first.Due is null || first.Start <= first.Due;
            return ascending && forward && DeadlineParser.Parse(first.AsWritten, ThreeYears) == first
                && (first.NeedsOfficer || first.Start is not null || first.Due is not null || first.Trigger is not null);
        });

    [FsCheck.NUnit.Property(MaxTest = 500)]
    public bool Any_plan_period_is_taken(DateTime one, DateTime other, NonNegativeInt which)
    {
        string[] phrases = ["quarterly", "permanent", "every 5 months", "annually by 29 February", "weekly", "martie", "end of the programme", "30 days after 31.12.2026"];
        var context = new DeadlineContext(DateOnly.FromDateTime(one), DateOnly.FromDateTime(other));
        var deadline = DeadlineParser.Parse(phrases[which.Get % phrases.Length], context);
        return deadline.Occurrences.All(d => d >= context.PlanStart && d <= context.PlanEnd);
    }

    [FsCheck.NUnit.Property(MaxTest = 500)]
    public bool The_effective_due_is_a_working_day_and_never_earlier(DateTime moment)
    {
        var due = new DateOnly(2020 + (Math.Abs(moment.Year) % 20), moment.Month, Math.Min(moment.Day, 28));
        var effective = Calendar.EffectiveDue(due);
        return effective >= due && Calendar.IsWorking(effective) && (effective == due || !Calendar.IsWorking(due));
    }

    [FsCheck.NUnit.Property(MaxTest = 500)]
    public bool A_day_is_read_back_from_every_way_of_writing_it(DateTime moment)
    {
        var day = new DateOnly(2024 + (moment.Year % 3), moment.Month, Math.Min(moment.Day, 28));
        string[] formats = ["yyyy-MM-dd", "dd.MM.yyyy", "d.M.yyyy", "dd/MM/yyyy", "dd-MM-yyyy", "yyyy/MM/dd", "dd.MM.yy"];
        var numeric = formats.Select(f => day.ToString(f, CultureInfo.InvariantCulture));
        var named = new[] { "en", "ro", "ru", "it" }.Select(CultureInfo.GetCultureInfo)
            .SelectMany(c => new[] { "d MMMM yyyy", "dd MMM yyyy" }.Select(f => day.ToString(f, c)));
        return numeric.Concat(named).All(words => DeadlineParser.Parse(words, ThreeYears) is { Kind: DeadlineKind.Date, Start: null } read && read.Due == day);
    }
}
