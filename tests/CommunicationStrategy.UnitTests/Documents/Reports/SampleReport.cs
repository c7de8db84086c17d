// A quarterly evaluation as large and as awkward as real ones: long names, notes, links, empty cells, three languages.
using CommunicationStrategy.Documents.Charts;
using CommunicationStrategy.Documents.Reports;

namespace CommunicationStrategy.UnitTests.Documents.Reports;

internal static class SampleReport
{
    public static ReportDocument Romanian(string? watermark = null, int activities = 24) => new(
        "Evaluarea trimestrială a Planului de acțiuni privind comunicarea",
        "Trimestrul III 2026",
        "ro",
        [
            ("Plan", "Planul de acțiuni pentru anii 2026–2027"),
            ("Perioada de raportare", "01.07.2026 – 30.09.2026"),
            ("Data de referință", "30.09.2026"),
            ("Redacția planului", "2, aprobată prin HG nr. 461/2026"),
            ("Aprobat de", "Șeful Secretariatului permanent"),
        ],
        [Summary(), ByObjective(), Activities(activities), Discipline(), Indicators()])
    {
        Author = "Secretariatul permanent al Comitetului național pentru combaterea traficului de ființe umane",
        Date = new DateOnly(2026, 10, 20),
        FooterText = "Secretariatul permanent – evaluare trimestrială, T3 2026",
        Watermark = watermark,
    };

    public static ReportDocument Russian() => new(
        "Ежеквартальная оценка Плана действий", "III квартал 2026 года", "ru", [("Отчётная дата", "30.09.2026")],
        [
            new ReportSection("summary", "Сводка", ["Степень выполнения составила 66,7 %; объём расходов – 1 234,5 тыс. леев."], [
                new ReportTable("T1", "Выполнение по задачам", [new("objective", "Задача", Width: 4), new("rate", "Степень выполнения", CellKind.Percent), new("cost", "Стоимость", CellKind.Decimal, "тыс. леев")],
                    [["Информирование уязвимых групп", 66.7m, 1234.5m], ["Сотрудничество со СМИ", ReportCell.Empty, 0m]]),
            ], [Gauges("ru", "Степень выполнения", "Достижение показателей")]),
            new ReportSection("empty", "Просроченные мероприятия", [], [new ReportTable("T3", "Просроченные мероприятия", [new("no", "№")], [])], []),
        ])
    { Author = "Постоянный секретариат", Date = new DateOnly(2026, 10, 20) };

    public static Chart Stacked() => new(
        ChartKind.StackedBars, "Activități pe obiective, după stare", "activități",
        ["Îmbunătățirea comunicării cu actorii comunității antitrafic", "Consolidarea cooperării cu presa", "Informarea și educarea publicului vulnerabil"],
        [
            new("La timp", [6, 3, 4], "good"), new("Cu întârziere", [2, 1, 1], "late"), new("Parțial", [1, 0, 2], "warn"),
            new("Nerealizate", [1, 2, 0], "bad"), new("Termen neexpirat", [4, 5, 8], "muted"),
        ],
        "ro");

    /// <summary>Achieved and earlier, with gaps in both, exactly at the target and beyond it.</summary>
    public static Chart Bullets(string language = "ro") => new(
        ChartKind.Bullet, "Atingerea indicatorilor <I> & \"II\"", "%",
        ["Rata persoanelor informate <&\"'>", "Уровень осведомлённости населения о рисках торговли людьми", "Materiale difuzate", "Participanți la instruiri"],
        [new("Atins", [82.46m, null, 100m, 118.5m]), new("Anterior", [61m, 40m, null, 90.25m], "muted")], language);

    /// <summary>Institutions by quarters; one never reported.</summary>
    public static Chart Heat(string language = "ro") => new(
        ChartKind.HeatMap, "Rata de realizare pe instituții <&\"'>", "%", ["T3 2025", "T4 2025", "T1 2026"],
        [
            new("Ministerul Afacerilor Interne", [100m, 79.96m, 60m]), new("Министерство здравоохранения, труда и социальной защиты", [0m, null, 19.94m]),
            new("Procuratura <Generală> & \"alții\"", [20m, 45.5m, 39.95m]), new("Nu a raportat", []),
        ],
        language);

    /// <summary>Courses of very different sizes, one with a gap, one flat, one of a single quarter.</summary>
    public static Chart Courses(string language = "ro") => new(
        ChartKind.Multiples, "Evoluția indicatorilor <&\"'>", "", ["T1 2026", "T2 2026", "T3 2026"],
        [
            new("I-1 Rata persoanelor informate (%)", [48.5m, null, 66.7m], "info"), new("I-2 Materiale difuzate (exemplare)", [940m, 940m, 940m], "info"),
            new("I-3 Уровень осведомлённости населения о рисках торговли людьми <&\"'>", [-2.5m, 0m, 4m], "info"), new("I-4 Instruiri", [null, 3m], "info"),
        ],
        language);

    private static ReportSection Indicators() => new("indicators", "5. Indicatori", [], [], [Bullets(), Heat(), Courses()]);

    private static Chart Gauges(string language, string first, string second) =>
        new(ChartKind.Gauge, first, "%", [first, second], [new("%", [66.7m, 41.3m], "good")], language);

    private static ReportSection Summary() => new(
        "summary", "1. Rezumat",
        [
            "Până la data de referință trebuiau realizate 24 de activități, dintre care 16 au fost realizate integral. Rata de realizare constituie 66,7 %, cu 4,2 puncte procentuale mai mult decât în trimestrul precedent.",
            "Rapoartele au fost prezentate de 9 din 11 instituții. Două instituții nu au raportat în termen și au fost notificate repetat.",
        ],
        [],
        [
            Gauges("ro", "Rata de realizare", "Gradul de atingere a indicatorilor"),
            new(ChartKind.Lines, "Rata de realizare în ultimele cinci trimestre", "%", ["T3 2025", "T4 2025", "T1 2026", "T2 2026", "T3 2026"],
                [new("Rata de realizare", [48.5m, 55m, null, 62.5m, 66.7m], "accent"), new("Realizate la timp", [40m, 43.1m, 47.2m, 51m, 54.2m], "info")], "ro"),
        ]);

    private static ReportSection ByObjective() => new(
        "plan", "2. Realizarea planului pe obiective", ["Activitățile cu termen neexpirat și cele care așteaptă un eveniment declanșator nu intră în baza de calcul."],
        [
            new("T1", "Starea activităților pe obiective", [
                new("objective", "Obiectiv", Width: 4.2), new("total", "Total", CellKind.Integer), new("due", "Scadente", CellKind.Integer, Width: 1.15),
                new("on_time", "La timp", CellKind.Integer), new("late", "Cu întâr­ziere", CellKind.Integer), new("partial", "Parțial", CellKind.Integer),
                new("not_done", "Nereali­zate", CellKind.Integer), new("not_due", "Neexpi­rate", CellKind.Integer), new("waiting", "În aștep­tare", CellKind.Integer),
                new("rate", "Rata de realizare", CellKind.Percent, Width: 1.4),
            ],
            [
                ["Îmbunătățirea comunicării cu actorii comunității antitrafic", 14, 10, 6, 2, 1, 1, 4, 0, 80m],
                ["Consolidarea cooperării cu presa", 11, 6, 3, 1, 0, 2, 5, 0, 66.666m],
                ["Informarea și educarea publicului vulnerabil", 15, 7, 4, 1, 2, 0, 8, 1, 71.428m],
                ["Total", 40, 23, 13, 4, 3, 3, 17, 1, 73.913m],
            ]),
        ],
        [Stacked()]);

    private static ReportSection Activities(int count)
    {
        string[] titles = ["Organizarea clubului de presă", "Editarea buletinului informativ electronic și difuzarea lui către membrii comunității antitrafic", "Săptămâna de luptă împotriva traficului de ființe umane", "Instruirea persoanelor de contact"];
        string[] leads = ["Ministerul Afacerilor Interne", "Ministerul Sănătății, Muncii și Protecției Sociale", "Secretariatul permanent", "Agenția Națională pentru Ocuparea Forței de Muncă"];
        return new ReportSection("due", "3. Activități scadente în trimestru", [], [
            new("T2", "Activități scadente în trimestrul III", [
                new("no", "Nr.", Width: .7), new("title", "Activitate", CellKind.Link, Width: 4), new("lead", "Instituție responsabilă", Width: 3),
                new("due", "Termen", CellKind.Date, Width: 1.35), new("cost", "Cost", CellKind.Decimal, "mii lei", 1.3), new("verdict", "Apreciere", Width: 2),
            ],
            [.. Enumerable.Range(0, count).Select(IReadOnlyList<ReportCell> (i) =>
            [
                $"{1 + i / 8}.{1 + i % 8}",
                new ReportCell(titles[i % 4], $"https://exemplu.md/activitati/{i}"),
                leads[i % 4],
                new ReportCell(new DateOnly(2026, 7, 1).AddDays(i * 3), Note: i % 7 == 0 ? "prelungit de la 15.06.2026" : null),
                i % 5 == 4 ? ReportCell.Empty : (decimal)(1234.5 * (i + 1)),
                (i % 3) switch { 0 => "realizată la timp", 1 => "realizată cu întârziere", _ => "nerealizată" },
            ])]),
            new("T3", "Activități restante", [new("no", "Nr."), new("title", "Activitate")], [], "Nicio activitate nu este restantă la data de referință."),
        ], []);
    }

    private static ReportSection Discipline() => new("discipline", "4. Disciplina raportării", [], [
        new("T11", "Rapoarte prezentate, pe instituții", [
            new("institution", "Instituție", Width: 4), new("on_time", "În termen", CellKind.Integer), new("late", "Cu întârziere", CellKind.Integer, Width: 1.2),
            new("missing", "Lipsă", CellKind.Integer), new("median", "Întârziere mediană", CellKind.Decimal, "zile", 1.3), new("all", "Complet"),
        ],
        [
            ["Ministerul Afacerilor Interne", 5, 1, 0, 2.5m, new ReportCell(true)], ["Ministerul Educației și Cercetării", 12345, 0, 1, ReportCell.Empty, new ReportCell(false)],
            ["Procuratura Generală", 3, 0, 0, 0m, new ReportCell(true)],
        ]),
    ], [new(ChartKind.Bars, "Rapoarte prezentate, pe instituții", "rapoarte", ["Ministerul Afacerilor Interne", "Ministerul Educației și Cercetării", "Procuratura Generală"], [new("În termen", [5, 12, 3], "good"), new("Cu întârziere", [1, 0, null], "late")], "ro")]);
}
