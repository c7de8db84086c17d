using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CommunicationStrategy.Persistence.PostgreSql.Migrations.ActionPlan
{
    /// <inheritdoc />
    public partial class AddReportDraftsAndParticulars : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "DateDecision",
                schema: "action_plan",
                table: "Reports",
                type: "character varying(40)",
                maxLength: 40,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "DateDecisionReason",
                schema: "action_plan",
                table: "Reports",
                type: "character varying(2000)",
                maxLength: 2000,
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "EvidenceDate",
                schema: "action_plan",
                table: "Reports",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "EvidenceNumber",
                schema: "action_plan",
                table: "Reports",
                type: "character varying(200)",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "NothingToReport",
                schema: "action_plan",
                table: "Reports",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "IfNeeded",
                schema: "action_plan",
                table: "Activities",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "IsPublic",
                schema: "action_plan",
                table: "Activities",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "Obligation",
                schema: "action_plan",
                table: "Activities",
                type: "character varying(40)",
                maxLength: 40,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Risk",
                schema: "action_plan",
                table: "Activities",
                type: "character varying(40)",
                maxLength: 40,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "RiskNote",
                schema: "action_plan",
                table: "Activities",
                type: "character varying(2000)",
                maxLength: 2000,
                nullable: true);

            migrationBuilder.AddColumn<decimal>(
                name: "Weight",
                schema: "action_plan",
                table: "Activities",
                type: "numeric(18,4)",
                precision: 18,
                scale: 4,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "ReportDrafts",
                schema: "action_plan",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ActivityId = table.Column<Guid>(type: "uuid", nullable: false),
                    InstitutionId = table.Column<Guid>(type: "uuid", nullable: false),
                    Content = table.Column<string>(type: "text", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    CreatedBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    ChangedBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReportDrafts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ReportDrafts_Activities_ActivityId",
                        column: x => x.ActivityId,
                        principalSchema: "action_plan",
                        principalTable: "Activities",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_ReportDrafts_ActivityId_InstitutionId",
                schema: "action_plan",
                table: "ReportDrafts",
                columns: new[] { "ActivityId", "InstitutionId" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ReportDrafts",
                schema: "action_plan");

            migrationBuilder.DropColumn(
                name: "DateDecision",
                schema: "action_plan",
                table: "Reports");

            migrationBuilder.DropColumn(
                name: "DateDecisionReason",
                schema: "action_plan",
                table: "Reports");

            migrationBuilder.DropColumn(
                name: "EvidenceDate",
                schema: "action_plan",
                table: "Reports");

            migrationBuilder.DropColumn(
                name: "EvidenceNumber",
                schema: "action_plan",
                table: "Reports");

            migrationBuilder.DropColumn(
                name: "NothingToReport",
                schema: "action_plan",
                table: "Reports");

            migrationBuilder.DropColumn(
                name: "IfNeeded",
                schema: "action_plan",
                table: "Activities");

            migrationBuilder.DropColumn(
                name: "IsPublic",
                schema: "action_plan",
                table: "Activities");

            migrationBuilder.DropColumn(
                name: "Obligation",
                schema: "action_plan",
                table: "Activities");

            migrationBuilder.DropColumn(
                name: "Risk",
                schema: "action_plan",
                table: "Activities");

            migrationBuilder.DropColumn(
                name: "RiskNote",
                schema: "action_plan",
                table: "Activities");

            migrationBuilder.DropColumn(
                name: "Weight",
                schema: "action_plan",
                table: "Activities");
        }
    }
}
