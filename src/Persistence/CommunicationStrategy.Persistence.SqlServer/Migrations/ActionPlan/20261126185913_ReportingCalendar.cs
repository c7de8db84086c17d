using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CommunicationStrategy.Persistence.SqlServer.Migrations.ActionPlan
{
    /// <inheritdoc />
    public partial class ReportingCalendar : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "OpensItself",
                schema: "action_plan",
                table: "Plans",
                type: "bit",
                nullable: false,
                defaultValue: true);

            migrationBuilder.AddColumn<int>(
                name: "ReportDays",
                schema: "action_plan",
                table: "Plans",
                type: "int",
                nullable: false,
                defaultValue: 15);

            migrationBuilder.AddColumn<int>(
                name: "ReviewDays",
                schema: "action_plan",
                table: "Plans",
                type: "int",
                nullable: false,
                defaultValue: 20);

            migrationBuilder.CreateTable(
                name: "Extensions",
                schema: "action_plan",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    PeriodId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    InstitutionId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Until = table.Column<DateOnly>(type: "date", nullable: false),
                    EffectiveUntil = table.Column<DateOnly>(type: "date", nullable: false),
                    Reason = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Extensions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Extensions_Periods_PeriodId",
                        column: x => x.PeriodId,
                        principalSchema: "action_plan",
                        principalTable: "Periods",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Extensions_PeriodId_InstitutionId",
                schema: "action_plan",
                table: "Extensions",
                columns: new[] { "PeriodId", "InstitutionId" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Extensions",
                schema: "action_plan");

            migrationBuilder.DropColumn(
                name: "OpensItself",
                schema: "action_plan",
                table: "Plans");

            migrationBuilder.DropColumn(
                name: "ReportDays",
                schema: "action_plan",
                table: "Plans");

            migrationBuilder.DropColumn(
                name: "ReviewDays",
                schema: "action_plan",
                table: "Plans");
        }
    }
}
