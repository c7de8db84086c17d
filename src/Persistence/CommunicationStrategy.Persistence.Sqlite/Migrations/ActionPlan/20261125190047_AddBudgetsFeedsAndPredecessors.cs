using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CommunicationStrategy.Persistence.Sqlite.Migrations.ActionPlan
{
    /// <inheritdoc />
    public partial class AddBudgetsFeedsAndPredecessors : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "action_plan_BudgetLines",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ActivityId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PlanId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Year = table.Column<int>(type: "INTEGER", nullable: false),
                    Source = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Funder = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    FunderKey = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Planned = table.Column<decimal>(type: "TEXT", precision: 18, scale: 5, nullable: true),
                    Allocated = table.Column<decimal>(type: "TEXT", precision: 18, scale: 5, nullable: true),
                    Committed = table.Column<decimal>(type: "TEXT", precision: 18, scale: 5, nullable: true),
                    Spent = table.Column<decimal>(type: "TEXT", precision: 18, scale: 5, nullable: true),
                    Currency = table.Column<string>(type: "TEXT", maxLength: 3, nullable: false),
                    Rate = table.Column<decimal>(type: "TEXT", precision: 18, scale: 8, nullable: true),
                    RateDate = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    RateSource = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    AsWritten = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    Note = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    SourceAssumed = table.Column<bool>(type: "INTEGER", nullable: false),
                    PlannedCents = table.Column<long>(type: "INTEGER", nullable: true),
                    AllocatedCents = table.Column<long>(type: "INTEGER", nullable: true),
                    CommittedCents = table.Column<long>(type: "INTEGER", nullable: true),
                    SpentCents = table.Column<long>(type: "INTEGER", nullable: true),
                    PledgedCents = table.Column<long>(type: "INTEGER", nullable: true),
                    GapCents = table.Column<long>(type: "INTEGER", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    CreatedBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ChangedBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_action_plan_BudgetLines", x => x.Id);
                    table.ForeignKey(
                        name: "FK_action_plan_BudgetLines_action_plan_Activities_ActivityId",
                        column: x => x.ActivityId,
                        principalTable: "action_plan_Activities",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_action_plan_BudgetLines_action_plan_Plans_PlanId",
                        column: x => x.PlanId,
                        principalTable: "action_plan_Plans",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "action_plan_Feeds",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    TokenHash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    InstitutionId = table.Column<Guid>(type: "TEXT", nullable: true),
                    PlanId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Language = table.Column<string>(type: "TEXT", maxLength: 2, nullable: false),
                    LastUsedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    RevokedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    CreatedBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ChangedBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_action_plan_Feeds", x => x.Id);
                    table.ForeignKey(
                        name: "FK_action_plan_Feeds_action_plan_Plans_PlanId",
                        column: x => x.PlanId,
                        principalTable: "action_plan_Plans",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "action_plan_Predecessors",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ActivityId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PredecessorId = table.Column<Guid>(type: "TEXT", nullable: false),
                    LagDays = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_action_plan_Predecessors", x => x.Id);
                    table.ForeignKey(
                        name: "FK_action_plan_Predecessors_action_plan_Activities_ActivityId",
                        column: x => x.ActivityId,
                        principalTable: "action_plan_Activities",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_action_plan_Predecessors_action_plan_Activities_PredecessorId",
                        column: x => x.PredecessorId,
                        principalTable: "action_plan_Activities",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "action_plan_FeedItems",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    FeedId = table.Column<Guid>(type: "TEXT", nullable: false),
                    SubjectId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ActivityId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    Status = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Sequence = table.Column<int>(type: "INTEGER", nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_action_plan_FeedItems", x => x.Id);
                    table.ForeignKey(
                        name: "FK_action_plan_FeedItems_action_plan_Feeds_FeedId",
                        column: x => x.FeedId,
                        principalTable: "action_plan_Feeds",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_action_plan_BudgetLines_ActivityId_Year_Source_FunderKey",
                table: "action_plan_BudgetLines",
                columns: new[] { "ActivityId", "Year", "Source", "FunderKey" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_action_plan_BudgetLines_PlanId",
                table: "action_plan_BudgetLines",
                column: "PlanId");

            migrationBuilder.CreateIndex(
                name: "IX_action_plan_FeedItems_FeedId_SubjectId",
                table: "action_plan_FeedItems",
                columns: new[] { "FeedId", "SubjectId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_action_plan_Feeds_InstitutionId",
                table: "action_plan_Feeds",
                column: "InstitutionId");

            migrationBuilder.CreateIndex(
                name: "IX_action_plan_Feeds_PlanId",
                table: "action_plan_Feeds",
                column: "PlanId");

            migrationBuilder.CreateIndex(
                name: "IX_action_plan_Feeds_TokenHash",
                table: "action_plan_Feeds",
                column: "TokenHash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_action_plan_Predecessors_ActivityId_PredecessorId",
                table: "action_plan_Predecessors",
                columns: new[] { "ActivityId", "PredecessorId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_action_plan_Predecessors_PredecessorId",
                table: "action_plan_Predecessors",
                column: "PredecessorId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "action_plan_BudgetLines");

            migrationBuilder.DropTable(
                name: "action_plan_FeedItems");

            migrationBuilder.DropTable(
                name: "action_plan_Predecessors");

            migrationBuilder.DropTable(
                name: "action_plan_Feeds");
        }
    }
}
