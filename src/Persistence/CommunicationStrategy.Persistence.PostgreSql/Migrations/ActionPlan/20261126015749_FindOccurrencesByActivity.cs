using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CommunicationStrategy.Persistence.PostgreSql.Migrations.ActionPlan
{
    /// <inheritdoc />
    public partial class FindOccurrencesByActivity : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Occurrences_State_EffectiveDue",
                schema: "action_plan",
                table: "Occurrences");

            migrationBuilder.CreateIndex(
                name: "IX_Occurrences_ActivityId_State_EffectiveDue",
                schema: "action_plan",
                table: "Occurrences",
                columns: new[] { "ActivityId", "State", "EffectiveDue" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Occurrences_ActivityId_State_EffectiveDue",
                schema: "action_plan",
                table: "Occurrences");

            migrationBuilder.CreateIndex(
                name: "IX_Occurrences_State_EffectiveDue",
                schema: "action_plan",
                table: "Occurrences",
                columns: new[] { "State", "EffectiveDue" });
        }
    }
}
