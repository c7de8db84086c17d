using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CommunicationStrategy.Persistence.Sqlite.Migrations.ActionPlan
{
    /// <inheritdoc />
    public partial class AddOccurrencesAndVersions : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Locality",
                table: "action_plan_Plans",
                type: "TEXT",
                maxLength: 100,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "RejectionReason",
                table: "action_plan_Plans",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "SubmittedBy",
                table: "action_plan_Plans",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "VersionNumber",
                table: "action_plan_Plans",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<DateOnly>(
                name: "EffectiveDueOn",
                table: "action_plan_Periods",
                type: "TEXT",
                nullable: false,
                defaultValue: new DateOnly(1, 1, 1));

            migrationBuilder.CreateTable(
                name: "action_plan_Amendments",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PlanId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Act = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    InForceFrom = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    SubmittedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    ApprovedBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    ReturnReason = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    VersionNumber = table.Column<int>(type: "INTEGER", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    CreatedBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ChangedBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_action_plan_Amendments", x => x.Id);
                    table.ForeignKey(
                        name: "FK_action_plan_Amendments_action_plan_Plans_PlanId",
                        column: x => x.PlanId,
                        principalTable: "action_plan_Plans",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "action_plan_Holidays",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    Month = table.Column<int>(type: "INTEGER", nullable: true),
                    Day = table.Column<int>(type: "INTEGER", nullable: true),
                    EasterOffset = table.Column<int>(type: "INTEGER", nullable: true),
                    FromYear = table.Column<int>(type: "INTEGER", nullable: true),
                    ToYear = table.Column<int>(type: "INTEGER", nullable: true),
                    Locality = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    CreatedBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ChangedBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_action_plan_Holidays", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "action_plan_MovedDays",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    IsWorked = table.Column<bool>(type: "INTEGER", nullable: false),
                    Act = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    Locality = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    CreatedBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ChangedBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_action_plan_MovedDays", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "action_plan_Occurrences",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ActivityId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Due = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    EffectiveDue = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Target = table.Column<int>(type: "INTEGER", nullable: false),
                    Achieved = table.Column<int>(type: "INTEGER", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    DoneOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ReportedIn = table.Column<string>(type: "TEXT", maxLength: 7, nullable: true),
                    Note = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_action_plan_Occurrences", x => x.Id);
                    table.ForeignKey(
                        name: "FK_action_plan_Occurrences_action_plan_Activities_ActivityId",
                        column: x => x.ActivityId,
                        principalTable: "action_plan_Activities",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "action_plan_PhraseReadings",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PlanId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Key = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    AsWritten = table.Column<string>(type: "TEXT", nullable: false),
                    Start = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Due = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    CreatedBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ChangedBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_action_plan_PhraseReadings", x => x.Id);
                    table.ForeignKey(
                        name: "FK_action_plan_PhraseReadings_action_plan_Plans_PlanId",
                        column: x => x.PlanId,
                        principalTable: "action_plan_Plans",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "action_plan_PlanVersions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PlanId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Act = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    InForceFrom = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    InForceTo = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    AmendmentId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    CreatedBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ChangedBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_action_plan_PlanVersions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_action_plan_PlanVersions_action_plan_Plans_PlanId",
                        column: x => x.PlanId,
                        principalTable: "action_plan_Plans",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "action_plan_VersionLines",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PlanId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ActivityId = table.Column<Guid>(type: "TEXT", nullable: false),
                    FromVersion = table.Column<int>(type: "INTEGER", nullable: false),
                    ToVersion = table.Column<int>(type: "INTEGER", nullable: true),
                    SortKey = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    Content = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_action_plan_VersionLines", x => x.Id);
                    table.ForeignKey(
                        name: "FK_action_plan_VersionLines_action_plan_Activities_ActivityId",
                        column: x => x.ActivityId,
                        principalTable: "action_plan_Activities",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "action_plan_AmendedLine",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    AmendmentId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    ActivityId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Number = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Content = table.Column<string>(type: "TEXT", nullable: true),
                    Note = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    Before = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_action_plan_AmendedLine", x => x.Id);
                    table.ForeignKey(
                        name: "FK_action_plan_AmendedLine_action_plan_Amendments_AmendmentId",
                        column: x => x.AmendmentId,
                        principalTable: "action_plan_Amendments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_action_plan_AmendedLine_AmendmentId",
                table: "action_plan_AmendedLine",
                column: "AmendmentId");

            migrationBuilder.CreateIndex(
                name: "IX_action_plan_Amendments_PlanId_State",
                table: "action_plan_Amendments",
                columns: new[] { "PlanId", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_action_plan_MovedDays_Day_Locality",
                table: "action_plan_MovedDays",
                columns: new[] { "Day", "Locality" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_action_plan_Occurrences_ActivityId_Due",
                table: "action_plan_Occurrences",
                columns: new[] { "ActivityId", "Due" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_action_plan_Occurrences_State_EffectiveDue",
                table: "action_plan_Occurrences",
                columns: new[] { "State", "EffectiveDue" });

            migrationBuilder.CreateIndex(
                name: "IX_action_plan_PhraseReadings_PlanId_Key",
                table: "action_plan_PhraseReadings",
                columns: new[] { "PlanId", "Key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_action_plan_PlanVersions_PlanId_Number",
                table: "action_plan_PlanVersions",
                columns: new[] { "PlanId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_action_plan_VersionLines_ActivityId_FromVersion",
                table: "action_plan_VersionLines",
                columns: new[] { "ActivityId", "FromVersion" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_action_plan_VersionLines_PlanId_FromVersion_ToVersion",
                table: "action_plan_VersionLines",
                columns: new[] { "PlanId", "FromVersion", "ToVersion" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "action_plan_AmendedLine");

            migrationBuilder.DropTable(
                name: "action_plan_Holidays");

            migrationBuilder.DropTable(
                name: "action_plan_MovedDays");

            migrationBuilder.DropTable(
                name: "action_plan_Occurrences");

            migrationBuilder.DropTable(
                name: "action_plan_PhraseReadings");

            migrationBuilder.DropTable(
                name: "action_plan_PlanVersions");

            migrationBuilder.DropTable(
                name: "action_plan_VersionLines");

            migrationBuilder.DropTable(
                name: "action_plan_Amendments");

            migrationBuilder.DropColumn(
                name: "Locality",
                table: "action_plan_Plans");

            migrationBuilder.DropColumn(
                name: "RejectionReason",
                table: "action_plan_Plans");

            migrationBuilder.DropColumn(
                name: "SubmittedBy",
                table: "action_plan_Plans");

            migrationBuilder.DropColumn(
                name: "VersionNumber",
                table: "action_plan_Plans");

            migrationBuilder.DropColumn(
                name: "EffectiveDueOn",
                table: "action_plan_Periods");
        }
    }
}
