using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CommunicationStrategy.Persistence.PostgreSql.Migrations.Strategy
{
    /// <inheritdoc />
    public partial class KeyMessages : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "KeyMessages",
                schema: "strategy",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    StrategyDocumentId = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    Text = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_KeyMessages", x => x.Id);
                    table.ForeignKey(
                        name: "FK_KeyMessages_Strategies_StrategyDocumentId",
                        column: x => x.StrategyDocumentId,
                        principalSchema: "strategy",
                        principalTable: "Strategies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_KeyMessages_StrategyDocumentId_Number",
                schema: "strategy",
                table: "KeyMessages",
                columns: new[] { "StrategyDocumentId", "Number" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "KeyMessages",
                schema: "strategy");
        }
    }
}
