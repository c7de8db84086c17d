using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CommunicationStrategy.Persistence.Sqlite.Migrations.ActionPlan
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "action_plan_Audit",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Who = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    CallerKind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    WhoId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Action = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    EntityType = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    EntityId = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Changes = table.Column<string>(type: "TEXT", nullable: false),
                    CorrelationId = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_action_plan_Audit", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "action_plan_ImportLayouts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Key = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    ColumnsJson = table.Column<string>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    CreatedBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ChangedBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_action_plan_ImportLayouts", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "action_plan_Imports",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PlanId = table.Column<Guid>(type: "TEXT", nullable: false),
                    FileName = table.Column<string>(type: "TEXT", maxLength: 255, nullable: false),
                    FileHash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Language = table.Column<string>(type: "TEXT", maxLength: 2, nullable: false),
                    LayoutKey = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    RowCount = table.Column<int>(type: "INTEGER", nullable: false),
                    RowsDone = table.Column<int>(type: "INTEGER", nullable: false),
                    ErrorCount = table.Column<int>(type: "INTEGER", nullable: false),
                    HeadersJson = table.Column<string>(type: "TEXT", nullable: false),
                    RowsJson = table.Column<string>(type: "TEXT", nullable: false),
                    ColumnsJson = table.Column<string>(type: "TEXT", nullable: false),
                    FileFindingsJson = table.Column<string>(type: "TEXT", nullable: false),
                    FindingsJson = table.Column<string>(type: "TEXT", nullable: false),
                    CountsJson = table.Column<string>(type: "TEXT", nullable: true),
                    FinishedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    CreatedBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ChangedBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_action_plan_Imports", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "action_plan_Inbox",
                columns: table => new
                {
                    MessageId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Handler = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    HandledAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_action_plan_Inbox", x => new { x.MessageId, x.Handler });
                });

            migrationBuilder.CreateTable(
                name: "action_plan_Outbox",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Payload = table.Column<string>(type: "TEXT", nullable: false),
                    OccurredAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ProcessedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    NextAttemptAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    LastError = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    Dead = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_action_plan_Outbox", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "action_plan_Plans",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Title = table.Column<string>(type: "TEXT", nullable: false),
                    StrategyId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Start = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    End = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Currency = table.Column<string>(type: "TEXT", maxLength: 3, nullable: false),
                    Status = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    ApprovingAct = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    CreatedBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ChangedBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_action_plan_Plans", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "action_plan_Activities",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PlanId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    SortKey = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    ObjectiveNumber = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    ObjectiveSortKey = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    Objective = table.Column<string>(type: "TEXT", nullable: false),
                    ObjectiveId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Title = table.Column<string>(type: "TEXT", nullable: false),
                    Description = table.Column<string>(type: "TEXT", nullable: true),
                    CostAsWritten = table.Column<string>(type: "TEXT", nullable: true),
                    CostThousand = table.Column<decimal>(type: "TEXT", precision: 18, scale: 4, nullable: true),
                    FundingAsWritten = table.Column<string>(type: "TEXT", nullable: true),
                    IndicatorText = table.Column<string>(type: "TEXT", nullable: true),
                    SourceCells = table.Column<string>(type: "TEXT", nullable: true),
                    SearchText = table.Column<string>(type: "TEXT", nullable: false),
                    EffectiveDue = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    OriginalDue = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Recurs = table.Column<bool>(type: "INTEGER", nullable: false),
                    DueQuarters = table.Column<string>(type: "TEXT", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    SuspendedFrom = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Percent = table.Column<int>(type: "INTEGER", nullable: true),
                    SubmittedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    CompletedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Narrative = table.Column<string>(type: "TEXT", nullable: true),
                    Evidence = table.Column<string>(type: "TEXT", nullable: true),
                    LastReason = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    Deadline_AsWritten = table.Column<string>(type: "TEXT", nullable: false),
                    Deadline_Due = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Deadline_Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Deadline_LagDays = table.Column<int>(type: "INTEGER", nullable: true),
                    Deadline_LagMonths = table.Column<int>(type: "INTEGER", nullable: true),
                    Deadline_LagWorkingDays = table.Column<int>(type: "INTEGER", nullable: true),
                    Deadline_NotBefore = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Deadline_Occurrences = table.Column<string>(type: "TEXT", nullable: false),
                    Deadline_QuotaCount = table.Column<int>(type: "INTEGER", nullable: true),
                    Deadline_ResolvedBy = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Deadline_Rule = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    Deadline_Start = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Deadline_Trigger = table.Column<string>(type: "TEXT", nullable: true),
                    Deadline_TriggeredOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    CreatedBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ChangedBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_action_plan_Activities", x => x.Id);
                    table.ForeignKey(
                        name: "FK_action_plan_Activities_action_plan_Plans_PlanId",
                        column: x => x.PlanId,
                        principalTable: "action_plan_Plans",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "action_plan_Periods",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PlanId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Period = table.Column<string>(type: "TEXT", maxLength: 7, nullable: false),
                    OpensOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    DueOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ReviewedBy = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    ClosedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Changes = table.Column<int>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    CreatedBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ChangedBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_action_plan_Periods", x => x.Id);
                    table.ForeignKey(
                        name: "FK_action_plan_Periods_action_plan_Plans_PlanId",
                        column: x => x.PlanId,
                        principalTable: "action_plan_Plans",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "action_plan_Assignments",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ActivityId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Role = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    NameAsWritten = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    NameKey = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    InstitutionId = table.Column<Guid>(type: "TEXT", nullable: true),
                    ActsThrough = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Position = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_action_plan_Assignments", x => x.Id);
                    table.ForeignKey(
                        name: "FK_action_plan_Assignments_action_plan_Activities_ActivityId",
                        column: x => x.ActivityId,
                        principalTable: "action_plan_Activities",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "action_plan_Reports",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ActivityId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PlanId = table.Column<Guid>(type: "TEXT", nullable: false),
                    InstitutionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Period = table.Column<string>(type: "TEXT", maxLength: 7, nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Claimed = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Percent = table.Column<int>(type: "INTEGER", nullable: false),
                    PercentBefore = table.Column<int>(type: "INTEGER", nullable: false),
                    Narrative = table.Column<string>(type: "TEXT", nullable: false),
                    Obstacles = table.Column<string>(type: "TEXT", nullable: true),
                    NewDateAsked = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    EvidenceLink = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    EvidenceFileId = table.Column<Guid>(type: "TEXT", nullable: true),
                    EvidenceFileName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    SubmittedBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    SubmittedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ReturnReason = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    DecidedBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    DecidedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    CreatedBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ChangedBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_action_plan_Reports", x => x.Id);
                    table.ForeignKey(
                        name: "FK_action_plan_Reports_action_plan_Activities_ActivityId",
                        column: x => x.ActivityId,
                        principalTable: "action_plan_Activities",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "action_plan_EvidenceFiles",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ReportId = table.Column<Guid>(type: "TEXT", nullable: false),
                    OriginalName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    MediaType = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Sha256 = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Content = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_action_plan_EvidenceFiles", x => x.Id);
                    table.ForeignKey(
                        name: "FK_action_plan_EvidenceFiles_action_plan_Reports_ReportId",
                        column: x => x.ReportId,
                        principalTable: "action_plan_Reports",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_action_plan_Activities_PlanId_Number",
                table: "action_plan_Activities",
                columns: new[] { "PlanId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_action_plan_Activities_PlanId_SortKey",
                table: "action_plan_Activities",
                columns: new[] { "PlanId", "SortKey" });

            migrationBuilder.CreateIndex(
                name: "IX_action_plan_Activities_State_EffectiveDue",
                table: "action_plan_Activities",
                columns: new[] { "State", "EffectiveDue" });

            migrationBuilder.CreateIndex(
                name: "IX_action_plan_Assignments_ActivityId",
                table: "action_plan_Assignments",
                column: "ActivityId");

            migrationBuilder.CreateIndex(
                name: "IX_action_plan_Assignments_InstitutionId_Role",
                table: "action_plan_Assignments",
                columns: new[] { "InstitutionId", "Role" });

            migrationBuilder.CreateIndex(
                name: "IX_action_plan_Assignments_NameKey",
                table: "action_plan_Assignments",
                column: "NameKey");

            migrationBuilder.CreateIndex(
                name: "IX_action_plan_Audit_At",
                table: "action_plan_Audit",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_action_plan_Audit_EntityType_EntityId",
                table: "action_plan_Audit",
                columns: new[] { "EntityType", "EntityId" });

            migrationBuilder.CreateIndex(
                name: "IX_action_plan_EvidenceFiles_ReportId",
                table: "action_plan_EvidenceFiles",
                column: "ReportId");

            migrationBuilder.CreateIndex(
                name: "IX_action_plan_ImportLayouts_Key",
                table: "action_plan_ImportLayouts",
                column: "Key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_action_plan_Imports_PlanId",
                table: "action_plan_Imports",
                column: "PlanId");

            migrationBuilder.CreateIndex(
                name: "IX_action_plan_Outbox_ProcessedAt_NextAttemptAt",
                table: "action_plan_Outbox",
                columns: new[] { "ProcessedAt", "NextAttemptAt" });

            migrationBuilder.CreateIndex(
                name: "IX_action_plan_Periods_PlanId_Period",
                table: "action_plan_Periods",
                columns: new[] { "PlanId", "Period" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_action_plan_Plans_Code",
                table: "action_plan_Plans",
                column: "Code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_action_plan_Reports_ActivityId_InstitutionId_Period",
                table: "action_plan_Reports",
                columns: new[] { "ActivityId", "InstitutionId", "Period" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_action_plan_Reports_PlanId_Period_State",
                table: "action_plan_Reports",
                columns: new[] { "PlanId", "Period", "State" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "action_plan_Assignments");

            migrationBuilder.DropTable(
                name: "action_plan_Audit");

            migrationBuilder.DropTable(
                name: "action_plan_EvidenceFiles");

            migrationBuilder.DropTable(
                name: "action_plan_ImportLayouts");

            migrationBuilder.DropTable(
                name: "action_plan_Imports");

            migrationBuilder.DropTable(
                name: "action_plan_Inbox");

            migrationBuilder.DropTable(
                name: "action_plan_Outbox");

            migrationBuilder.DropTable(
                name: "action_plan_Periods");

            migrationBuilder.DropTable(
                name: "action_plan_Reports");

            migrationBuilder.DropTable(
                name: "action_plan_Activities");

            migrationBuilder.DropTable(
                name: "action_plan_Plans");
        }
    }
}
