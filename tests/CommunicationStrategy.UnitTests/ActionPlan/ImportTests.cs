// What the columns of real plans are taken for, and what becomes of rows of a document.
using CommunicationStrategy.ActionPlan.Domain.Deadlines;
using CommunicationStrategy.ActionPlan.Domain.Imports;
using CommunicationStrategy.Documents.Tables;

namespace CommunicationStrategy.UnitTests.ActionPlan;

internal sealed class ImportTests
{
    [TestCase("Nr. crt. | Acțiune | Subacțiune | Instituții responsabile | Termen de realizare | Costuri/sursa de finanțare | Indicatori de progres | Statutul acțiunii/Măsuri întreprinse", "Number Action SubAction Lead Deadline Cost Indicators Ignore")]
    [TestCase("Nr/ord | Acțiuni/subacțiuni | Indicator de progres | Termen de realizare, raportare | Actul din care derivă | Costuri (mii lei) și sursele de finanțare | Responsabil", "Number Action Indicators Deadline Ignore Cost Lead")]
    [TestCase("Activitate | Indicatori | Termen | Responsabili/Parteneri | Resurse", "Action Indicators Deadline Lead Cost")]
    [TestCase("Nr. | Obiectiv | Acțiuni | Termen | Costuri | Sursa de finanțare | Instituția responsabilă | Coexecutori | Parteneri | Indicatori", "Number Objective Action Deadline Cost Funding Lead CoImplementers Partners Indicators")]
    [TestCase("№ п/п | Мероприятие | Срок исполнения | Исполнители | Соисполнители | Источник финансирования | Показатели", "Number Action Deadline Lead CoImplementers Funding Indicators")]
    [TestCase("No. | Objective no. | Objective | Action | Deadline | Responsible institutions | Partners", "Number ObjectiveNumber Objective Action Deadline Lead Partners")]
    [TestCase("Nr. | Activități | Responsabil | Responsabil/Parteneri", "Number Action Lead Partners")]
    [TestCase("number | objective_no | action | sub_activity | deadline_as_written | cost_as_written | costs_thousand | responsible_institutions | status_as_published", "Number ObjectiveNumber Action SubAction Deadline Cost CostThousand Lead Ignore")]
    public void Headers_of_the_domain_are_guessed(string headers, string meanings) =>
        Assert.That(string.Join(' ', ColumnGuess.Guess(headers.Split(" | "))), Is.EqualTo(meanings));

    [Test]
    public void Sub_actions_beside_one_number_get_their_own()
    {
        var numbers = SubActionNumbers.Of(
            [Row("1.", "A", "una"), Row("1.", "A", "alta"), Row("2", "B", "2.1. una"), Row("2", "B", "2.2. alta"), Row("3", "C", "a) una"), Row("3", "C", "b) alta"), Row("4", "D", ""), Row("4", "D", ""), Row("5", "E", "una"), Row("5", "F", "alta")],
            [PlanColumn.Number, PlanColumn.Action, PlanColumn.SubAction]);

        Assert.That(numbers, Is.EquivalentTo(new Dictionary<int, string> { [0] = "1.(1)", [1] = "1.(2)", [2] = "2.1", [3] = "2.2", [4] = "3.a)", [5] = "3.b)" }));
    }

    [Test]
    public void A_struck_deadline_is_a_revised_one_and_all_words_are_kept()
    {
        var reader = new RowReader(["Nr", "Acțiune", "Termen"], [PlanColumn.Number, PlanColumn.Action, PlanColumn.Deadline], new DeadlineContext(new DateOnly(2026, 1, 1), new DateOnly(2027, 12, 31)));
        var row = new ImportedRow(2, ["1.", "Club", "iulie 2026"], 1, new Dictionary<int, CellAside> { [1] = new(null, "Din fonduri UE."), [2] = new("iunie 2026", null) });
        var read = reader.Read(row)!;

        Assert.That(read.Number, Is.EqualTo("1"));
        Assert.That(read.Deadline is { Kind: DeadlineKind.Revised, AsWritten: "iunie 2026 -> iulie 2026", Due: { Month: 7, Day: 31 } });
        Assert.That(read.Cells, Is.EquivalentTo(new Dictionary<string, string> { ["Nr"] = "1.", ["Acțiune"] = "Club\n* Din fonduri UE.", ["Termen"] = "iunie 2026 -> iulie 2026" }));
    }

    [Test]
    public void A_number_twice_names_table_and_cell()
    {
        var reader = new RowReader(["Nr", "Acțiune"], [PlanColumn.Number, PlanColumn.Action], new DeadlineContext(new DateOnly(2026, 1, 1), new DateOnly(2027, 12, 31)));
        reader.Read(new ImportedRow(7, ["1", "Una"], 2));
        reader.Read(new ImportedRow(3, ["1", "Alta"], 4));
        var finding = reader.Findings.Single(f => f.IsError);

        Assert.That((finding.Code, finding.Table, finding.Cell), Is.EqualTo(("action-plan.import-number-twice-tables", 4, "A3")));
        Assert.That(finding.Message, Is.EqualTo("table 4, A3: The number 1 stands in table 2, A7 already."));
        Assert.That(finding.Args, Is.EqualTo(new[] { "A3", "1", "A7", "2" }));
    }

    [TestCase("- MAI\n- CS", "MAI CS")]
    [TestCase("a) MAI\nb) CS", "MAI CS")]
    [TestCase("1. MAI 2. CS", "MAI CS")]
    [TestCase("• MAI*; CS", "MAI CS")]
    public void Institutions_of_a_list_are_taken_apart(string cell, string names) =>
        Assert.That(string.Join(' ', InstitutionCell.Split(cell).Select(i => i.Name)), Is.EqualTo(names));

    private static ImportedRow Row(params string[] cells) => new(1, cells);
}
