using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CommunicationStrategy.Persistence.PostgreSql.Migrations.Notifications
{
    /// <inheritdoc />
    public partial class AddLettersToSign : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "CommitteeAfter",
                schema: "notifications",
                table: "Ladders",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "LetterAfter",
                schema: "notifications",
                table: "Ladders",
                type: "integer",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "Letters",
                schema: "notifications",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    InstitutionId = table.Column<Guid>(type: "uuid", nullable: false),
                    Day = table.Column<DateOnly>(type: "date", nullable: false),
                    Language = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: false),
                    Addressee = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    AnswerBy = table.Column<DateOnly>(type: "date", nullable: false),
                    Signatory = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    RegistryNumber = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    SentOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    CreatedBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    ChangedBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Letters", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "LetterItems",
                schema: "notifications",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    LetterId = table.Column<Guid>(type: "uuid", nullable: false),
                    ObligationKey = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    InstitutionId = table.Column<Guid>(type: "uuid", nullable: false),
                    PlanCode = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    ActivityId = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    Title = table.Column<string>(type: "text", nullable: false),
                    Due = table.Column<DateOnly>(type: "date", nullable: false),
                    Period = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: true),
                    Reminders = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LetterItems", x => x.Id);
                    table.ForeignKey(
                        name: "FK_LetterItems_Letters_LetterId",
                        column: x => x.LetterId,
                        principalSchema: "notifications",
                        principalTable: "Letters",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_LetterItems_LetterId",
                schema: "notifications",
                table: "LetterItems",
                column: "LetterId");

            migrationBuilder.CreateIndex(
                name: "IX_LetterItems_ObligationKey_InstitutionId",
                schema: "notifications",
                table: "LetterItems",
                columns: new[] { "ObligationKey", "InstitutionId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Letters_Day",
                schema: "notifications",
                table: "Letters",
                column: "Day");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "LetterItems",
                schema: "notifications");

            migrationBuilder.DropTable(
                name: "Letters",
                schema: "notifications");

            migrationBuilder.DropColumn(
                name: "CommitteeAfter",
                schema: "notifications",
                table: "Ladders");

            migrationBuilder.DropColumn(
                name: "LetterAfter",
                schema: "notifications",
                table: "Ladders");
        }
    }
}
