using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CommunicationStrategy.Persistence.Sqlite.Migrations.Media
{
    /// <inheritdoc />
    public partial class VoiceAndCorrections : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "Accredited",
                table: "media_Events",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Correction",
                table: "media_Coverage",
                type: "TEXT",
                maxLength: 40,
                nullable: false,
                defaultValue: "None");

            migrationBuilder.AddColumn<bool>(
                name: "NamesUs",
                table: "media_Coverage",
                type: "INTEGER",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "Accredited",
                table: "media_Events");

            migrationBuilder.DropColumn(
                name: "Correction",
                table: "media_Coverage");

            migrationBuilder.DropColumn(
                name: "NamesUs",
                table: "media_Coverage");
        }
    }
}
