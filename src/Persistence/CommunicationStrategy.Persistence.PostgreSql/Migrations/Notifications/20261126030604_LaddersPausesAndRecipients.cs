using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CommunicationStrategy.Persistence.PostgreSql.Migrations.Notifications
{
    /// <inheritdoc />
    public partial class LaddersPausesAndRecipients : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_ReminderItems_ObligationKey_Stage_InstitutionId",
                schema: "notifications",
                table: "ReminderItems");

            migrationBuilder.DropIndex(
                name: "IX_Mails_InstitutionId_Kind_Day",
                schema: "notifications",
                table: "Mails");

            migrationBuilder.AddColumn<string>(
                name: "RecipientKey",
                schema: "notifications",
                table: "ReminderItems",
                type: "character varying(50)",
                maxLength: 50,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Reason",
                schema: "notifications",
                table: "Mails",
                type: "character varying(500)",
                maxLength: 500,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "RecipientKey",
                schema: "notifications",
                table: "Mails",
                type: "character varying(50)",
                maxLength: 50,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<bool>(
                name: "Weekly",
                schema: "notifications",
                table: "Mails",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            // Until now every mail went to an institution's focal point.
            migrationBuilder.Sql("""
                UPDATE notifications."Mails" SET "RecipientKey" = 'FocalPoint:' || replace("InstitutionId"::text, '-', '');
                UPDATE notifications."ReminderItems" SET "RecipientKey" = 'FocalPoint:' || replace("InstitutionId"::text, '-', '');
                """);

            migrationBuilder.AlterColumn<Guid>(
                name: "InstitutionId",
                schema: "notifications",
                table: "Mails",
                type: "uuid",
                nullable: true,
                oldClrType: typeof(Guid),
                oldType: "uuid");

            migrationBuilder.CreateTable(
                name: "Addresses",
                schema: "notifications",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Email = table.Column<string>(type: "character varying(320)", maxLength: 320, nullable: false),
                    Bounces = table.Column<int>(type: "integer", nullable: false),
                    LastBounceAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    LastError = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    CreatedBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    ChangedBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Addresses", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Ladders",
                schema: "notifications",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PlanId = table.Column<Guid>(type: "uuid", nullable: false),
                    Before = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    GraceDays = table.Column<int>(type: "integer", nullable: false),
                    RepeatDays = table.Column<int>(type: "integer", nullable: false),
                    DeputyAfter = table.Column<int>(type: "integer", nullable: true),
                    HeadAfter = table.Column<int>(type: "integer", nullable: true),
                    OfficeAfter = table.Column<int>(type: "integer", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    CreatedBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    ChangedBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Ladders", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Pauses",
                schema: "notifications",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PlanId = table.Column<Guid>(type: "uuid", nullable: true),
                    InstitutionId = table.Column<Guid>(type: "uuid", nullable: true),
                    Stage = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    From = table.Column<DateOnly>(type: "date", nullable: false),
                    Until = table.Column<DateOnly>(type: "date", nullable: true),
                    Reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    LiftedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    CreatedBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    ChangedBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Pauses", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "QuietHours",
                schema: "notifications",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    From = table.Column<TimeOnly>(type: "time without time zone", nullable: false),
                    To = table.Column<TimeOnly>(type: "time without time zone", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    CreatedBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    ChangedBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_QuietHours", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_ReminderItems_ObligationKey_Stage_RecipientKey",
                schema: "notifications",
                table: "ReminderItems",
                columns: new[] { "ObligationKey", "Stage", "RecipientKey" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Mails_InstitutionId_Day",
                schema: "notifications",
                table: "Mails",
                columns: new[] { "InstitutionId", "Day" });

            migrationBuilder.CreateIndex(
                name: "IX_Mails_RecipientKey_Kind_Day",
                schema: "notifications",
                table: "Mails",
                columns: new[] { "RecipientKey", "Kind", "Day" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Addresses_Email",
                schema: "notifications",
                table: "Addresses",
                column: "Email",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Ladders_PlanId",
                schema: "notifications",
                table: "Ladders",
                column: "PlanId",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Addresses",
                schema: "notifications");

            migrationBuilder.DropTable(
                name: "Ladders",
                schema: "notifications");

            migrationBuilder.DropTable(
                name: "Pauses",
                schema: "notifications");

            migrationBuilder.DropTable(
                name: "QuietHours",
                schema: "notifications");

            migrationBuilder.DropIndex(
                name: "IX_ReminderItems_ObligationKey_Stage_RecipientKey",
                schema: "notifications",
                table: "ReminderItems");

            migrationBuilder.DropIndex(
                name: "IX_Mails_InstitutionId_Day",
                schema: "notifications",
                table: "Mails");

            migrationBuilder.DropIndex(
                name: "IX_Mails_RecipientKey_Kind_Day",
                schema: "notifications",
                table: "Mails");

            migrationBuilder.DropColumn(
                name: "RecipientKey",
                schema: "notifications",
                table: "ReminderItems");

            migrationBuilder.DropColumn(
                name: "Reason",
                schema: "notifications",
                table: "Mails");

            migrationBuilder.DropColumn(
                name: "RecipientKey",
                schema: "notifications",
                table: "Mails");

            migrationBuilder.DropColumn(
                name: "Weekly",
                schema: "notifications",
                table: "Mails");

            migrationBuilder.AlterColumn<Guid>(
                name: "InstitutionId",
                schema: "notifications",
                table: "Mails",
                type: "uuid",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"),
                oldClrType: typeof(Guid),
                oldType: "uuid",
                oldNullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_ReminderItems_ObligationKey_Stage_InstitutionId",
                schema: "notifications",
                table: "ReminderItems",
                columns: new[] { "ObligationKey", "Stage", "InstitutionId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Mails_InstitutionId_Kind_Day",
                schema: "notifications",
                table: "Mails",
                columns: new[] { "InstitutionId", "Kind", "Day" },
                unique: true);
        }
    }
}
