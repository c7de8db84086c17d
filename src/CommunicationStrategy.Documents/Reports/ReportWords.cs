// The few words a report writer adds of its own, in the three languages.
namespace CommunicationStrategy.Documents.Reports;

internal sealed record ReportWords(
    string Locale, string Contents, string Table, string Chart, string Page, string Of, string NoRows, string Category, string Note, string Sheet, string Cover, string Data, string Annexes)
{
    private static readonly ReportWords Romanian = new(
        "ro-RO", "Cuprins", "Tabelul", "Diagrama", "Pagina", "din", "Nu există date pentru această perioadă.", "Categorie", "notă", "Foaie", "Copertă", "Date", "Anexe");

    private static readonly ReportWords Russian = new(
        "ru-RU", "Содержание", "Таблица", "Диаграмма", "Страница", "из", "За этот период данных нет.", "Категория", "примечание", "Лист", "Обложка", "Данные", "Приложения");

    private static readonly ReportWords English = new(
        "en-GB", "Contents", "Table", "Chart", "Page", "of", "There are no data for this period.", "Category", "note", "Sheet", "Cover", "Data", "Annexes");

    public static ReportWords In(string language) => language switch { "ro" => Romanian, "ru" => Russian, _ => English };

    public static string YesNo(bool yes, string language) => (language, yes) switch
    {
        ("ro", true) => "da",
        ("ro", false) => "nu",
        ("ru", true) => "да",
        ("ru", false) => "нет",
        (_, true) => "yes",
        _ => "no",
    };
}
