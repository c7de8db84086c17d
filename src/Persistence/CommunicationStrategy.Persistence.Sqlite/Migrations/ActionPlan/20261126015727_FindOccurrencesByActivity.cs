using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CommunicationStrategy.Persistence.Sqlite.Migrations.ActionPlan
{
    /// <inheritdoc />
    public partial class FindOccurrencesByActivity : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_action_plan_Occurrences_State_EffectiveDue",
                table: "action_plan_Occurrences");

            migrationBuilder.CreateIndex(
                name: "IX_action_plan_Occurrences_ActivityId_State_EffectiveDue",
                table: "action_plan_Occurrences",
                columns: new[] { "ActivityId", "State", "EffectiveDue" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_action_plan_Occurrences_ActivityId_State_EffectiveDue",
                table: "action_plan_Occurrences");

            migrationBuilder.CreateIndex(
                name: "IX_action_plan_Occurrences_State_EffectiveDue",
                table: "action_plan_Occurrences",
                columns: new[] { "State", "EffectiveDue" });
        }
    }
}
