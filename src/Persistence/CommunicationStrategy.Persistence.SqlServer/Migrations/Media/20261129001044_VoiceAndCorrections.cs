using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CommunicationStrategy.Persistence.SqlServer.Migrations.Media
{
    /// <inheritdoc />
    public partial class VoiceAndCorrections : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "Accredited",
                schema: "media",
                table: "Events",
                type: "int",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Correction",
                schema: "media",
                table: "Coverage",
                type: "nvarchar(40)",
                maxLength: 40,
                nullable: false,
                defaultValue: "None");

            migrationBuilder.AddColumn<bool>(
                name: "NamesUs",
                schema: "media",
                table: "Coverage",
                type: "bit",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "Accredited",
                schema: "media",
                table: "Events");

            migrationBuilder.DropColumn(
                name: "Correction",
                schema: "media",
                table: "Coverage");

            migrationBuilder.DropColumn(
                name: "NamesUs",
                schema: "media",
                table: "Coverage");
        }
    }
}
