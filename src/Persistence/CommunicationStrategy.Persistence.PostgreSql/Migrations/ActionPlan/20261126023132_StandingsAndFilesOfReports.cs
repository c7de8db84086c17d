using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CommunicationStrategy.Persistence.PostgreSql.Migrations.ActionPlan
{
    /// <inheritdoc />
    public partial class StandingsAndFilesOfReports : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Files",
                schema: "action_plan",
                table: "Reports",
                type: "text",
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.AddColumn<bool>(
                name: "Locked",
                schema: "action_plan",
                table: "Reports",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.Sql("""
                UPDATE action_plan."Reports" r SET "Files" = (SELECT json_agg(json_build_object('Id', f."Id", 'Name', f."OriginalName", 'Sha256', f."Sha256"))::text FROM action_plan."EvidenceFiles" f WHERE f."Id" = r."EvidenceFileId") WHERE "EvidenceFileId" IS NOT NULL;
                UPDATE action_plan."Reports" r SET "Locked" = TRUE WHERE "State" = 'Accepted' AND EXISTS (SELECT 1 FROM action_plan."Periods" p WHERE p."PlanId" = r."PlanId" AND p."Period" = r."Period" AND p."State" = 'Closed');
                """);

            migrationBuilder.DropColumn(
                name: "EvidenceFileId",
                schema: "action_plan",
                table: "Reports");

            migrationBuilder.DropColumn(
                name: "EvidenceFileName",
                schema: "action_plan",
                table: "Reports");

            migrationBuilder.CreateTable(
                name: "MissedReports",
                schema: "action_plan",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PlanId = table.Column<Guid>(type: "uuid", nullable: false),
                    ActivityId = table.Column<Guid>(type: "uuid", nullable: false),
                    InstitutionId = table.Column<Guid>(type: "uuid", nullable: false),
                    Period = table.Column<string>(type: "character varying(7)", maxLength: 7, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MissedReports", x => x.Id);
                    table.ForeignKey(
                        name: "FK_MissedReports_Activities_ActivityId",
                        column: x => x.ActivityId,
                        principalSchema: "action_plan",
                        principalTable: "Activities",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_MissedReports_ActivityId_InstitutionId_Period",
                schema: "action_plan",
                table: "MissedReports",
                columns: new[] { "ActivityId", "InstitutionId", "Period" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_MissedReports_PlanId_Period",
                schema: "action_plan",
                table: "MissedReports",
                columns: new[] { "PlanId", "Period" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "MissedReports",
                schema: "action_plan");

            migrationBuilder.DropColumn(
                name: "Files",
                schema: "action_plan",
                table: "Reports");

            migrationBuilder.DropColumn(
                name: "Locked",
                schema: "action_plan",
                table: "Reports");

            migrationBuilder.AddColumn<Guid>(
                name: "EvidenceFileId",
                schema: "action_plan",
                table: "Reports",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "EvidenceFileName",
                schema: "action_plan",
                table: "Reports",
                type: "character varying(200)",
                maxLength: 200,
                nullable: true);
        }
    }
}
