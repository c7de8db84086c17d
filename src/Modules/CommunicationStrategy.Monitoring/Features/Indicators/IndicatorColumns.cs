// What the columns of an indicators' table are called in three languages: the first words are those we write, all are read.
using System.Text.RegularExpressions;
using CommunicationStrategy.Monitoring.Domain;

namespace CommunicationStrategy.Monitoring.Features.Indicators;

internal enum IndicatorColumn { Code, Objective, Name, NameRu, NameEn, Unit, Level, Kind, Direction, Owner, Baseline, Target, TargetPeriod, Weight, Value, Text, Source, Evidence, Tool, TargetGroup }

internal static partial class IndicatorColumns
{
    private static readonly Dictionary<IndicatorColumn, string[][]> Words = new()
    {
        [IndicatorColumn.Code] = [["Cod", "Nr.", "Nr. indicatorului"], ["Код", "№"], ["Code", "No.", "indicator_no"]],
        [IndicatorColumn.Objective] = [["Obiectiv", "Nr. obiectivului"], ["Цель", "№ цели"], ["Objective", "objective_no"]],
        [IndicatorColumn.Name] = [["Indicator", "Denumirea indicatorului"], ["Показатель", "Показатель (рум.)"], ["Indicator", "Indicator (Romanian)", "indicator_text"]],
        [IndicatorColumn.NameRu] = [["Indicator (ru)"], ["Показатель (рус.)"], ["Indicator (Russian)"]],
        [IndicatorColumn.NameEn] = [["Indicator (en)"], ["Показатель (англ.)"], ["Indicator (English)"]],
        [IndicatorColumn.Unit] = [["Unitate"], ["Единица"], ["Unit"]],
        [IndicatorColumn.Level] = [["Nivel"], ["Уровень"], ["Level"]],
        [IndicatorColumn.Kind] = [["Tip"], ["Тип"], ["Kind"]],
        [IndicatorColumn.Direction] = [["Direcție"], ["Направление"], ["Direction"]],
        [IndicatorColumn.Owner] = [["Responsabil", "Instituția responsabilă"], ["Ответственный"], ["Responsible"]],
        [IndicatorColumn.Baseline] = [["Valoare de referință", "Valoarea inițială"], ["Базовое значение"], ["Baseline"]],
        [IndicatorColumn.Target] = [["Țintă", "Valoarea țintă"], ["Целевое значение"], ["Target"]],
        [IndicatorColumn.TargetPeriod] = [["Ținta pentru"], ["Цель на период"], ["Target for"]],
        [IndicatorColumn.Weight] = [["Pondere, %", "Pondere"], ["Вес, %", "Вес"], ["Weight, %", "Weight", "weight_pct"]],
        [IndicatorColumn.Value] = [["Valoare", "Valoarea"], ["Значение"], ["Figure", "Value"]],
        [IndicatorColumn.Text] = [["În cuvinte"], ["Словами"], ["In words"]],
        [IndicatorColumn.Source] = [["Sursa"], ["Источник"], ["Source", "data_source"]],
        [IndicatorColumn.Evidence] = [["Dovada"], ["Подтверждение"], ["Evidence", "source_url"]],
        [IndicatorColumn.Tool] = [["Instrument"], ["Инструмент"], ["Tool"]],
        [IndicatorColumn.TargetGroup] = [["Grup-țintă"], ["Целевая группа"], ["Target group"]],
    };

    private static readonly Dictionary<IndicatorLevel, string[]> Levels = new()
    {
        [IndicatorLevel.Input] = ["resursă", "ресурс", "input"], [IndicatorLevel.Output] = ["produs", "продукт", "output"], [IndicatorLevel.OutTake] = ["receptare", "восприятие", "out-take"],
        [IndicatorLevel.Outcome] = ["rezultat", "результат", "outcome"], [IndicatorLevel.Impact] = ["impact", "воздействие", "impact"],
    };

    private static readonly Dictionary<IndicatorKind, string[]> Kinds = new()
    {
        [IndicatorKind.Number] = ["număr", "число", "number"], [IndicatorKind.Percent] = ["procent", "процент", "percent"], [IndicatorKind.Money] = ["bani", "деньги", "money"],
        [IndicatorKind.YesNo] = ["da/nu", "да/нет", "yes/no"], [IndicatorKind.Milestone] = ["etape", "этапы", "milestones"], [IndicatorKind.Scale] = ["scală", "шкала", "scale"], [IndicatorKind.Text] = ["text", "текст", "text"],
    };

    private static readonly Dictionary<CommunicationTool, string[]> Tools = new()
    {
        [CommunicationTool.PressRelease] = ["comunicat de presă", "пресс-релиз", "press release"], [CommunicationTool.PressConference] = ["conferință de presă", "пресс-конференция", "press conference"],
        [CommunicationTool.PressClub] = ["club de presă", "пресс-клуб", "press club"], [CommunicationTool.Newsletter] = ["buletin informativ", "информационный бюллетень", "newsletter"],
        [CommunicationTool.Website] = ["pagină web", "веб-сайт", "website"], [CommunicationTool.SocialMedia] = ["rețele sociale", "социальные сети", "social media"],
        [CommunicationTool.Hotline] = ["linie fierbinte", "горячая линия", "hotline"], [CommunicationTool.Publication] = ["publicație", "издание", "publication"],
        [CommunicationTool.PublicEvent] = ["eveniment", "мероприятие", "event"], [CommunicationTool.Training] = ["instruire", "обучение", "training"], [CommunicationTool.Campaign] = ["campanie", "кампания", "campaign"],
        [CommunicationTool.Meeting] = ["întâlnire", "встреча", "meeting"], [CommunicationTool.MailingList] = ["listă de e-mail", "рассылка", "mailing list"], [CommunicationTool.Spot] = ["spot", "ролик", "spot"],
    };

    private static readonly Dictionary<Direction, string[]> Directions = new()
    {
        [Direction.Up] = ["creștere", "рост", "up"], [Direction.Down] = ["descreștere", "снижение", "down"], [Direction.Maintain] = ["menținere", "сохранение", "maintain"],
    };

    private static readonly Dictionary<string, IndicatorColumn> ByWord = Words
        .SelectMany(c => c.Value.SelectMany(w => w).Select(w => (Word: Fold(w), Column: c.Key))).DistinctBy(w => w.Word).ToDictionary(w => w.Word, w => w.Column, StringComparer.Ordinal);

    public static string Title(IndicatorColumn column, string language) => Words[column][At(language)][0];

    public static string Of(IndicatorLevel level, string language) => Levels[level][At(language)];

    public static string Of(IndicatorKind kind, string language) => Kinds[kind][At(language)];

    public static string Of(Direction direction, string language) => Directions[direction][At(language)];

    public static string Of(CommunicationTool tool, string language) => Tools[tool][At(language)];

    public static IndicatorColumn? Find(string heading) => ByWord.TryGetValue(Fold(heading), out var column) ? column : null;

    public static IndicatorLevel? LevelOf(string word) => Choice(Levels, word);

    public static IndicatorKind? KindOf(string word) => Choice(Kinds, word);

    public static Direction? DirectionOf(string word) => Choice(Directions, word);

    public static CommunicationTool? ToolOf(string word) => Choice(Tools, word);

    /// <summary>A number as people write it; a share may carry its sign. In English a comma stands between thousands, else before decimals.</summary>
    public static decimal? Number(string text, string language)
    {
        var plain = text.Trim().TrimEnd('%').Replace(" ", "", StringComparison.Ordinal).Replace("\u00a0", "", StringComparison.Ordinal).Replace("\u202f", "", StringComparison.Ordinal);
        if (language == "en" && EnglishThousands().IsMatch(plain)) plain = plain.Replace(",", "", StringComparison.Ordinal);
        if (language != "en" && EuropeanThousands().IsMatch(plain)) plain = plain.Replace(".", "", StringComparison.Ordinal);
        return decimal.TryParse(plain.Replace(',', '.'), System.Globalization.NumberStyles.AllowDecimalPoint | System.Globalization.NumberStyles.AllowLeadingSign, System.Globalization.CultureInfo.InvariantCulture, out var value) ? value : null;
    }

    private static T? Choice<T>(Dictionary<T, string[]> words, string word)
        where T : struct, Enum
    {
        var folded = Fold(word);
        foreach (var (value, known) in words)
        {
            if (known.Any(k => Fold(k) == folded) || string.Equals(value.ToString(), word.Trim(), StringComparison.OrdinalIgnoreCase)) return value;
        }

        return null;
    }

    private static string Fold(string text) => SearchText.Fold(text);

    private static int At(string language) => language switch { "ru" => 1, "en" => 2, _ => 0 };

    [GeneratedRegex(@"^-?\d{1,3}(,\d{3})+(\.\d+)?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex EnglishThousands();

    [GeneratedRegex(@"^-?\d{1,3}(\.\d{3})+,\d+$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex EuropeanThousands();
}
