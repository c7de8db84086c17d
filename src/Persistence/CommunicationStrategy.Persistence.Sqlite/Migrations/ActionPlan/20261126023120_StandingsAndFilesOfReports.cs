using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CommunicationStrategy.Persistence.Sqlite.Migrations.ActionPlan
{
    /// <inheritdoc />
    public partial class StandingsAndFilesOfReports : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Files",
                table: "action_plan_Reports",
                type: "TEXT",
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.AddColumn<bool>(
                name: "Locked",
                table: "action_plan_Reports",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.Sql("""
                UPDATE "action_plan_Reports" SET "Files" = (SELECT json_group_array(json_object('Id', lower(f."Id"), 'Name', f."OriginalName", 'Sha256', f."Sha256")) FROM "action_plan_EvidenceFiles" f WHERE f."Id" = "action_plan_Reports"."EvidenceFileId") WHERE "EvidenceFileId" IS NOT NULL;
                UPDATE "action_plan_Reports" SET "Locked" = 1 WHERE "State" = 'Accepted' AND EXISTS (SELECT 1 FROM "action_plan_Periods" p WHERE p."PlanId" = "action_plan_Reports"."PlanId" AND p."Period" = "action_plan_Reports"."Period" AND p."State" = 'Closed');
                """);

            // By hand, so that the table need not be copied.
            migrationBuilder.Sql("ALTER TABLE \"action_plan_Reports\" DROP COLUMN \"EvidenceFileId\";");
            migrationBuilder.Sql("ALTER TABLE \"action_plan_Reports\" DROP COLUMN \"EvidenceFileName\";");

            migrationBuilder.CreateTable(
                name: "action_plan_MissedReports",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PlanId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ActivityId = table.Column<Guid>(type: "TEXT", nullable: false),
                    InstitutionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Period = table.Column<string>(type: "TEXT", maxLength: 7, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_action_plan_MissedReports", x => x.Id);
                    table.ForeignKey(
                        name: "FK_action_plan_MissedReports_action_plan_Activities_ActivityId",
                        column: x => x.ActivityId,
                        principalTable: "action_plan_Activities",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_action_plan_MissedReports_ActivityId_InstitutionId_Period",
                table: "action_plan_MissedReports",
                columns: new[] { "ActivityId", "InstitutionId", "Period" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_action_plan_MissedReports_PlanId_Period",
                table: "action_plan_MissedReports",
                columns: new[] { "PlanId", "Period" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "action_plan_MissedReports");

            migrationBuilder.DropColumn(
                name: "Files",
                table: "action_plan_Reports");

            migrationBuilder.DropColumn(
                name: "Locked",
                table: "action_plan_Reports");

            migrationBuilder.AddColumn<Guid>(
                name: "EvidenceFileId",
                table: "action_plan_Reports",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "EvidenceFileName",
                table: "action_plan_Reports",
                type: "TEXT",
                maxLength: 200,
                nullable: true);
        }
    }
}
