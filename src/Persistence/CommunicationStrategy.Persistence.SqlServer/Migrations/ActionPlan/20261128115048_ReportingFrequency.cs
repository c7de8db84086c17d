using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CommunicationStrategy.Persistence.SqlServer.Migrations.ActionPlan
{
    /// <inheritdoc />
    public partial class ReportingFrequency : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Frequency",
                schema: "action_plan",
                table: "Plans",
                type: "nvarchar(40)",
                maxLength: 40,
                nullable: false,
                defaultValue: "Quarterly");

            migrationBuilder.AddColumn<string>(
                name: "Frequency",
                schema: "action_plan",
                table: "Periods",
                type: "nvarchar(40)",
                maxLength: 40,
                nullable: false,
                defaultValue: "Quarterly");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "Frequency",
                schema: "action_plan",
                table: "Plans");

            migrationBuilder.DropColumn(
                name: "Frequency",
                schema: "action_plan",
                table: "Periods");
        }
    }
}
