using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CommunicationStrategy.Persistence.Sqlite.Migrations.Notifications
{
    /// <inheritdoc />
    public partial class AddLettersToSign : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "CommitteeAfter",
                table: "notifications_Ladders",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "LetterAfter",
                table: "notifications_Ladders",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "notifications_Letters",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    InstitutionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Language = table.Column<string>(type: "TEXT", maxLength: 2, nullable: false),
                    Addressee = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    AnswerBy = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Signatory = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    RegistryNumber = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    SentOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    CreatedBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ChangedBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_notifications_Letters", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "notifications_LetterItems",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    LetterId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ObligationKey = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    InstitutionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PlanCode = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    ActivityId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Title = table.Column<string>(type: "TEXT", nullable: false),
                    Due = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Period = table.Column<string>(type: "TEXT", maxLength: 10, nullable: true),
                    Reminders = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_notifications_LetterItems", x => x.Id);
                    table.ForeignKey(
                        name: "FK_notifications_LetterItems_notifications_Letters_LetterId",
                        column: x => x.LetterId,
                        principalTable: "notifications_Letters",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_notifications_LetterItems_LetterId",
                table: "notifications_LetterItems",
                column: "LetterId");

            migrationBuilder.CreateIndex(
                name: "IX_notifications_LetterItems_ObligationKey_InstitutionId",
                table: "notifications_LetterItems",
                columns: new[] { "ObligationKey", "InstitutionId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_notifications_Letters_Day",
                table: "notifications_Letters",
                column: "Day");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "notifications_LetterItems");

            migrationBuilder.DropTable(
                name: "notifications_Letters");

            migrationBuilder.DropColumn(
                name: "CommitteeAfter",
                table: "notifications_Ladders");

            migrationBuilder.DropColumn(
                name: "LetterAfter",
                table: "notifications_Ladders");
        }
    }
}
