using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CommunicationStrategy.Persistence.Sqlite.Migrations.ActionPlan
{
    /// <inheritdoc />
    public partial class ReportingFrequency : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Frequency",
                table: "action_plan_Plans",
                type: "TEXT",
                maxLength: 40,
                nullable: false,
                defaultValue: "Quarterly");

            migrationBuilder.AddColumn<string>(
                name: "Frequency",
                table: "action_plan_Periods",
                type: "TEXT",
                maxLength: 40,
                nullable: false,
                defaultValue: "Quarterly");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "Frequency",
                table: "action_plan_Plans");

            migrationBuilder.DropColumn(
                name: "Frequency",
                table: "action_plan_Periods");
        }
    }
}
