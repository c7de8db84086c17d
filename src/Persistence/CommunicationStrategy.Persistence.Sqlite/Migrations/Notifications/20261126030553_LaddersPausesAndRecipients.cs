using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CommunicationStrategy.Persistence.Sqlite.Migrations.Notifications
{
    /// <inheritdoc />
    public partial class LaddersPausesAndRecipients : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_notifications_ReminderItems_ObligationKey_Stage_InstitutionId",
                table: "notifications_ReminderItems");

            migrationBuilder.DropIndex(
                name: "IX_notifications_Mails_InstitutionId_Kind_Day",
                table: "notifications_Mails");

            migrationBuilder.AddColumn<string>(
                name: "RecipientKey",
                table: "notifications_ReminderItems",
                type: "TEXT",
                maxLength: 50,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Reason",
                table: "notifications_Mails",
                type: "TEXT",
                maxLength: 500,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "RecipientKey",
                table: "notifications_Mails",
                type: "TEXT",
                maxLength: 50,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<bool>(
                name: "Weekly",
                table: "notifications_Mails",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            // Until now every mail went to an institution's focal point.
            migrationBuilder.Sql("""
                UPDATE "notifications_Mails" SET "RecipientKey" = 'FocalPoint:' || lower(replace("InstitutionId", '-', ''));
                UPDATE "notifications_ReminderItems" SET "RecipientKey" = 'FocalPoint:' || lower(replace("InstitutionId", '-', ''));
                """);

            migrationBuilder.AlterColumn<Guid>(
                name: "InstitutionId",
                table: "notifications_Mails",
                type: "TEXT",
                nullable: true,
                oldClrType: typeof(Guid),
                oldType: "TEXT");

            migrationBuilder.CreateTable(
                name: "notifications_Addresses",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Email = table.Column<string>(type: "TEXT", maxLength: 320, nullable: false),
                    Bounces = table.Column<int>(type: "INTEGER", nullable: false),
                    LastBounceAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    LastError = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    CreatedBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ChangedBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_notifications_Addresses", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "notifications_Ladders",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PlanId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Before = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    GraceDays = table.Column<int>(type: "INTEGER", nullable: false),
                    RepeatDays = table.Column<int>(type: "INTEGER", nullable: false),
                    DeputyAfter = table.Column<int>(type: "INTEGER", nullable: true),
                    HeadAfter = table.Column<int>(type: "INTEGER", nullable: true),
                    OfficeAfter = table.Column<int>(type: "INTEGER", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    CreatedBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ChangedBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_notifications_Ladders", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "notifications_Pauses",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PlanId = table.Column<Guid>(type: "TEXT", nullable: true),
                    InstitutionId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Stage = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    From = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Until = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    LiftedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    CreatedBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ChangedBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_notifications_Pauses", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "notifications_QuietHours",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    From = table.Column<TimeOnly>(type: "TEXT", nullable: false),
                    To = table.Column<TimeOnly>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    CreatedBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ChangedBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_notifications_QuietHours", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_notifications_ReminderItems_ObligationKey_Stage_RecipientKey",
                table: "notifications_ReminderItems",
                columns: new[] { "ObligationKey", "Stage", "RecipientKey" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_notifications_Mails_InstitutionId_Day",
                table: "notifications_Mails",
                columns: new[] { "InstitutionId", "Day" });

            migrationBuilder.CreateIndex(
                name: "IX_notifications_Mails_RecipientKey_Kind_Day",
                table: "notifications_Mails",
                columns: new[] { "RecipientKey", "Kind", "Day" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_notifications_Addresses_Email",
                table: "notifications_Addresses",
                column: "Email",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_notifications_Ladders_PlanId",
                table: "notifications_Ladders",
                column: "PlanId",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "notifications_Addresses");

            migrationBuilder.DropTable(
                name: "notifications_Ladders");

            migrationBuilder.DropTable(
                name: "notifications_Pauses");

            migrationBuilder.DropTable(
                name: "notifications_QuietHours");

            migrationBuilder.DropIndex(
                name: "IX_notifications_ReminderItems_ObligationKey_Stage_RecipientKey",
                table: "notifications_ReminderItems");

            migrationBuilder.DropIndex(
                name: "IX_notifications_Mails_InstitutionId_Day",
                table: "notifications_Mails");

            migrationBuilder.DropIndex(
                name: "IX_notifications_Mails_RecipientKey_Kind_Day",
                table: "notifications_Mails");

            migrationBuilder.DropColumn(
                name: "RecipientKey",
                table: "notifications_ReminderItems");

            migrationBuilder.DropColumn(
                name: "Reason",
                table: "notifications_Mails");

            migrationBuilder.DropColumn(
                name: "RecipientKey",
                table: "notifications_Mails");

            migrationBuilder.DropColumn(
                name: "Weekly",
                table: "notifications_Mails");

            migrationBuilder.AlterColumn<Guid>(
                name: "InstitutionId",
                table: "notifications_Mails",
                type: "TEXT",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"),
                oldClrType: typeof(Guid),
                oldType: "TEXT",
                oldNullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_notifications_ReminderItems_ObligationKey_Stage_InstitutionId",
                table: "notifications_ReminderItems",
                columns: new[] { "ObligationKey", "Stage", "InstitutionId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_notifications_Mails_InstitutionId_Kind_Day",
                table: "notifications_Mails",
                columns: new[] { "InstitutionId", "Kind", "Day" },
                unique: true);
        }
    }
}
