using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CommunicationStrategy.Persistence.SqlServer.Migrations.ActionPlan
{
    /// <inheritdoc />
    public partial class AddBudgetsFeedsAndPredecessors : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "BudgetLines",
                schema: "action_plan",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ActivityId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    PlanId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Year = table.Column<int>(type: "int", nullable: false),
                    Source = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Funder = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    FunderKey = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Planned = table.Column<decimal>(type: "decimal(18,5)", precision: 18, scale: 5, nullable: true),
                    Allocated = table.Column<decimal>(type: "decimal(18,5)", precision: 18, scale: 5, nullable: true),
                    Committed = table.Column<decimal>(type: "decimal(18,5)", precision: 18, scale: 5, nullable: true),
                    Spent = table.Column<decimal>(type: "decimal(18,5)", precision: 18, scale: 5, nullable: true),
                    Currency = table.Column<string>(type: "nvarchar(3)", maxLength: 3, nullable: false),
                    Rate = table.Column<decimal>(type: "decimal(18,8)", precision: 18, scale: 8, nullable: true),
                    RateDate = table.Column<DateOnly>(type: "date", nullable: true),
                    RateSource = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    AsWritten = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: true),
                    Note = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: true),
                    SourceAssumed = table.Column<bool>(type: "bit", nullable: false),
                    PlannedCents = table.Column<long>(type: "bigint", nullable: true),
                    AllocatedCents = table.Column<long>(type: "bigint", nullable: true),
                    CommittedCents = table.Column<long>(type: "bigint", nullable: true),
                    SpentCents = table.Column<long>(type: "bigint", nullable: true),
                    PledgedCents = table.Column<long>(type: "bigint", nullable: true),
                    GapCents = table.Column<long>(type: "bigint", nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    CreatedBy = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    ChangedBy = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_BudgetLines", x => x.Id);
                    table.ForeignKey(
                        name: "FK_BudgetLines_Activities_ActivityId",
                        column: x => x.ActivityId,
                        principalSchema: "action_plan",
                        principalTable: "Activities",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_BudgetLines_Plans_PlanId",
                        column: x => x.PlanId,
                        principalSchema: "action_plan",
                        principalTable: "Plans",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Feeds",
                schema: "action_plan",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    TokenHash = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    InstitutionId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    PlanId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Language = table.Column<string>(type: "nvarchar(2)", maxLength: 2, nullable: false),
                    LastUsedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    RevokedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    CreatedBy = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    ChangedBy = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Feeds", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Feeds_Plans_PlanId",
                        column: x => x.PlanId,
                        principalSchema: "action_plan",
                        principalTable: "Plans",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Predecessors",
                schema: "action_plan",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ActivityId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    PredecessorId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    LagDays = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Predecessors", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Predecessors_Activities_ActivityId",
                        column: x => x.ActivityId,
                        principalSchema: "action_plan",
                        principalTable: "Activities",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_Predecessors_Activities_PredecessorId",
                        column: x => x.PredecessorId,
                        principalSchema: "action_plan",
                        principalTable: "Activities",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "FeedItems",
                schema: "action_plan",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    FeedId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    SubjectId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ActivityId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Day = table.Column<DateOnly>(type: "date", nullable: false),
                    Title = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    Status = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Sequence = table.Column<int>(type: "int", nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FeedItems", x => x.Id);
                    table.ForeignKey(
                        name: "FK_FeedItems_Feeds_FeedId",
                        column: x => x.FeedId,
                        principalSchema: "action_plan",
                        principalTable: "Feeds",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_BudgetLines_ActivityId_Year_Source_FunderKey",
                schema: "action_plan",
                table: "BudgetLines",
                columns: new[] { "ActivityId", "Year", "Source", "FunderKey" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_BudgetLines_PlanId",
                schema: "action_plan",
                table: "BudgetLines",
                column: "PlanId");

            migrationBuilder.CreateIndex(
                name: "IX_FeedItems_FeedId_SubjectId",
                schema: "action_plan",
                table: "FeedItems",
                columns: new[] { "FeedId", "SubjectId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Feeds_InstitutionId",
                schema: "action_plan",
                table: "Feeds",
                column: "InstitutionId");

            migrationBuilder.CreateIndex(
                name: "IX_Feeds_PlanId",
                schema: "action_plan",
                table: "Feeds",
                column: "PlanId");

            migrationBuilder.CreateIndex(
                name: "IX_Feeds_TokenHash",
                schema: "action_plan",
                table: "Feeds",
                column: "TokenHash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Predecessors_ActivityId_PredecessorId",
                schema: "action_plan",
                table: "Predecessors",
                columns: new[] { "ActivityId", "PredecessorId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Predecessors_PredecessorId",
                schema: "action_plan",
                table: "Predecessors",
                column: "PredecessorId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "BudgetLines",
                schema: "action_plan");

            migrationBuilder.DropTable(
                name: "FeedItems",
                schema: "action_plan");

            migrationBuilder.DropTable(
                name: "Predecessors",
                schema: "action_plan");

            migrationBuilder.DropTable(
                name: "Feeds",
                schema: "action_plan");
        }
    }
}
