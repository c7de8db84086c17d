using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CommunicationStrategy.Persistence.SqlServer.Migrations.Notifications
{
    /// <inheritdoc />
    public partial class AddEvaluationMails : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "EvaluationId",
                schema: "notifications",
                table: "Mails",
                type: "uniqueidentifier",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_Mails_EvaluationId_Kind_RecipientEmail",
                schema: "notifications",
                table: "Mails",
                columns: new[] { "EvaluationId", "Kind", "RecipientEmail" },
                unique: true,
                filter: "[EvaluationId] IS NOT NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Mails_EvaluationId_Kind_RecipientEmail",
                schema: "notifications",
                table: "Mails");

            migrationBuilder.DropColumn(
                name: "EvaluationId",
                schema: "notifications",
                table: "Mails");
        }
    }
}
