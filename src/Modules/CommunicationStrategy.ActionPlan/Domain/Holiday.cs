// The office's calendar as data: days that are free every year, and single days that a decision frees or makes worked.
using CommunicationStrategy.ActionPlan.Domain.Deadlines;

namespace CommunicationStrategy.ActionPlan.Domain;

/// <summary>A day that is free every year, everywhere or in one locality.</summary>
internal sealed class Holiday : Root
{
    public const int LocalityLength = 100;

    /// <summary>Labour Code of the Republic of Moldova, article 111: fixed days, Orthodox Easter and the Monday a week after it.</summary>
    public static readonly IReadOnlyList<(LocalizedText Name, YearlyHoliday Rule, string? Locality)> Moldova =
    [
        (LocalizedText.Of("Anul Nou", "Новый год", "New Year"), new(1, 1, null), null),
        (LocalizedText.Of("Nașterea Domnului (pe stil vechi)", "Рождество Христово (по старому стилю)", "Christmas (old style)"), new(1, 7, null), null),
        (LocalizedText.Of("Nașterea Domnului (pe stil vechi), a doua zi", "Рождество Христово (по старому стилю), второй день", "Christmas (old style), second day"), new(1, 8, null), null),
        (LocalizedText.Of("Ziua internațională a femeii", "Международный женский день", "International Women's Day"), new(3, 8, null), null),
        (LocalizedText.Of("Ziua internațională a muncii", "День труда", "Labour Day"), new(5, 1, null), null),
        (LocalizedText.Of("Ziua Victoriei și Ziua Europei", "День Победы и День Европы", "Victory Day and Europe Day"), new(5, 9, null), null),
        (LocalizedText.Of("Ziua internațională a ocrotirii copilului", "Международный день защиты детей", "Children's Day"), new(6, 1, null), null),
        (LocalizedText.Of("Ziua Independenței", "День независимости", "Independence Day"), new(8, 27, null), null),
        (LocalizedText.Of("Limba Română", "Праздник румынского языка", "Romanian Language Day"), new(8, 31, null), null),
        (LocalizedText.Of("Nașterea Domnului (pe stil nou)", "Рождество Христово (по новому стилю)", "Christmas (new style)"), new(12, 25, null), null),
        (LocalizedText.Of("Paștele", "Пасха", "Easter Sunday"), new(null, null, 0), null),
        (LocalizedText.Of("A doua zi de Paște", "Второй день Пасхи", "Easter Monday"), new(null, null, 1), null),
        (LocalizedText.Of("Paștele Blajinilor", "Родительский день (Пасха усопших)", "Memorial Easter"), new(null, null, 8), null),
        (LocalizedText.Of("Hramul orașului Chișinău", "Храмовый праздник Кишинэу", "Chișinău city day"), new(10, 14, null), "Chișinău"),
    ];

    private Holiday()
    {
    }

    public LocalizedText Name { get; private set; } = LocalizedText.Empty;
    public int? Month { get; private set; }
    public int? Day { get; private set; }
    public int? EasterOffset { get; private set; }
    public int? FromYear { get; private set; }
    public int? ToYear { get; private set; }

    /// <summary>Empty: everywhere.</summary>
    public string Locality { get; private set; } = "";

    public YearlyHoliday Rule => new(Month, Day, EasterOffset, FromYear, ToYear);

    public static Result<Holiday> Create(LocalizedText name, YearlyHoliday rule, string? locality)
    {
        if (rule.EasterOffset is null == (rule.Month is null || rule.Day is null)) return Failure.Invalid("Day", "action-plan.holiday-day", "Give a day and a month, or the days after Easter.");
        if (rule is { Month: { } month, Day: { } day } && (month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(2024, month))) return Failure.Invalid("Day", "action-plan.holiday-day", "There is no such day.");
        if (rule.FromYear > rule.ToYear) return Failure.Invalid("ToYear", "action-plan.dates-reversed", "The last year is before the first.");
        return new Holiday
        {
            Name = name, Month = rule.Month, Day = rule.Day, EasterOffset = rule.EasterOffset, FromYear = rule.FromYear, ToYear = rule.ToYear,
            Locality = locality?.Trim() ?? "",
        };
    }
}

/// <summary>One day that a decision makes free, or worked in exchange for another.</summary>
internal sealed class MovedDay(DateOnly day, bool isWorked, string act, string? locality) : Root
{
    public DateOnly Day { get; private set; } = day;

    /// <summary>A weekend or holiday that is worked; otherwise a day off.</summary>
    public bool IsWorked { get; private set; } = isWorked;

    /// <summary>The decision, as it is cited.</summary>
    public string Act { get; private set; } = act.Trim();

    /// <summary>Empty: everywhere.</summary>
    public string Locality { get; private set; } = locality?.Trim() ?? "";
}
