using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CommunicationStrategy.Persistence.Sqlite.Migrations.ActionPlan
{
    /// <inheritdoc />
    public partial class ReportingCalendar : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "OpensItself",
                table: "action_plan_Plans",
                type: "INTEGER",
                nullable: false,
                defaultValue: true);

            migrationBuilder.AddColumn<int>(
                name: "ReportDays",
                table: "action_plan_Plans",
                type: "INTEGER",
                nullable: false,
                defaultValue: 15);

            migrationBuilder.AddColumn<int>(
                name: "ReviewDays",
                table: "action_plan_Plans",
                type: "INTEGER",
                nullable: false,
                defaultValue: 20);

            migrationBuilder.CreateTable(
                name: "action_plan_Extensions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PeriodId = table.Column<Guid>(type: "TEXT", nullable: false),
                    InstitutionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Until = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    EffectiveUntil = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_action_plan_Extensions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_action_plan_Extensions_action_plan_Periods_PeriodId",
                        column: x => x.PeriodId,
                        principalTable: "action_plan_Periods",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_action_plan_Extensions_PeriodId_InstitutionId",
                table: "action_plan_Extensions",
                columns: new[] { "PeriodId", "InstitutionId" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "action_plan_Extensions");

            migrationBuilder.DropColumn(
                name: "OpensItself",
                table: "action_plan_Plans");

            migrationBuilder.DropColumn(
                name: "ReportDays",
                table: "action_plan_Plans");

            migrationBuilder.DropColumn(
                name: "ReviewDays",
                table: "action_plan_Plans");
        }
    }
}
