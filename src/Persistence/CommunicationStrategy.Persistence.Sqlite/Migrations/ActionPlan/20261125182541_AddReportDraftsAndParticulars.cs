using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CommunicationStrategy.Persistence.Sqlite.Migrations.ActionPlan
{
    /// <inheritdoc />
    public partial class AddReportDraftsAndParticulars : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "DateDecision",
                table: "action_plan_Reports",
                type: "TEXT",
                maxLength: 40,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "DateDecisionReason",
                table: "action_plan_Reports",
                type: "TEXT",
                maxLength: 2000,
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "EvidenceDate",
                table: "action_plan_Reports",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "EvidenceNumber",
                table: "action_plan_Reports",
                type: "TEXT",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "NothingToReport",
                table: "action_plan_Reports",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "IfNeeded",
                table: "action_plan_Activities",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "IsPublic",
                table: "action_plan_Activities",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "Obligation",
                table: "action_plan_Activities",
                type: "TEXT",
                maxLength: 40,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Risk",
                table: "action_plan_Activities",
                type: "TEXT",
                maxLength: 40,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "RiskNote",
                table: "action_plan_Activities",
                type: "TEXT",
                maxLength: 2000,
                nullable: true);

            migrationBuilder.AddColumn<decimal>(
                name: "Weight",
                table: "action_plan_Activities",
                type: "TEXT",
                precision: 18,
                scale: 4,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "action_plan_ReportDrafts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ActivityId = table.Column<Guid>(type: "TEXT", nullable: false),
                    InstitutionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Content = table.Column<string>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    CreatedBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ChangedBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_action_plan_ReportDrafts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_action_plan_ReportDrafts_action_plan_Activities_ActivityId",
                        column: x => x.ActivityId,
                        principalTable: "action_plan_Activities",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_action_plan_ReportDrafts_ActivityId_InstitutionId",
                table: "action_plan_ReportDrafts",
                columns: new[] { "ActivityId", "InstitutionId" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "action_plan_ReportDrafts");

            migrationBuilder.DropColumn(
                name: "DateDecision",
                table: "action_plan_Reports");

            migrationBuilder.DropColumn(
                name: "DateDecisionReason",
                table: "action_plan_Reports");

            migrationBuilder.DropColumn(
                name: "EvidenceDate",
                table: "action_plan_Reports");

            migrationBuilder.DropColumn(
                name: "EvidenceNumber",
                table: "action_plan_Reports");

            migrationBuilder.DropColumn(
                name: "NothingToReport",
                table: "action_plan_Reports");

            migrationBuilder.DropColumn(
                name: "IfNeeded",
                table: "action_plan_Activities");

            migrationBuilder.DropColumn(
                name: "IsPublic",
                table: "action_plan_Activities");

            migrationBuilder.DropColumn(
                name: "Obligation",
                table: "action_plan_Activities");

            migrationBuilder.DropColumn(
                name: "Risk",
                table: "action_plan_Activities");

            migrationBuilder.DropColumn(
                name: "RiskNote",
                table: "action_plan_Activities");

            migrationBuilder.DropColumn(
                name: "Weight",
                table: "action_plan_Activities");
        }
    }
}
