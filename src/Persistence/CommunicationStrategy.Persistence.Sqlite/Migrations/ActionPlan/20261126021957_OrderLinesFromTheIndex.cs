using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CommunicationStrategy.Persistence.Sqlite.Migrations.ActionPlan
{
    /// <inheritdoc />
    public partial class OrderLinesFromTheIndex : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_action_plan_Activities_PlanId_SortKey",
                table: "action_plan_Activities");

            migrationBuilder.CreateIndex(
                name: "IX_action_plan_Activities_PlanId_SortKey_Shape",
                table: "action_plan_Activities",
                columns: new[] { "PlanId", "SortKey", "Shape" });

            migrationBuilder.CreateIndex(
                name: "IX_action_plan_Activities_SortKey_Shape",
                table: "action_plan_Activities",
                columns: new[] { "SortKey", "Shape" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_action_plan_Activities_PlanId_SortKey_Shape",
                table: "action_plan_Activities");

            migrationBuilder.DropIndex(
                name: "IX_action_plan_Activities_SortKey_Shape",
                table: "action_plan_Activities");

            migrationBuilder.CreateIndex(
                name: "IX_action_plan_Activities_PlanId_SortKey",
                table: "action_plan_Activities",
                columns: new[] { "PlanId", "SortKey" });
        }
    }
}
