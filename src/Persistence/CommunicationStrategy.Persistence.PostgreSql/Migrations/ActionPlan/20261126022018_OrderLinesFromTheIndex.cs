using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CommunicationStrategy.Persistence.PostgreSql.Migrations.ActionPlan
{
    /// <inheritdoc />
    public partial class OrderLinesFromTheIndex : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Activities_PlanId_SortKey",
                schema: "action_plan",
                table: "Activities");

            migrationBuilder.CreateIndex(
                name: "IX_Activities_PlanId_SortKey_Shape",
                schema: "action_plan",
                table: "Activities",
                columns: new[] { "PlanId", "SortKey", "Shape" });

            migrationBuilder.CreateIndex(
                name: "IX_Activities_SortKey_Shape",
                schema: "action_plan",
                table: "Activities",
                columns: new[] { "SortKey", "Shape" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Activities_PlanId_SortKey_Shape",
                schema: "action_plan",
                table: "Activities");

            migrationBuilder.DropIndex(
                name: "IX_Activities_SortKey_Shape",
                schema: "action_plan",
                table: "Activities");

            migrationBuilder.CreateIndex(
                name: "IX_Activities_PlanId_SortKey",
                schema: "action_plan",
                table: "Activities",
                columns: new[] { "PlanId", "SortKey" });
        }
    }
}
