using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CommunicationStrategy.Persistence.Sqlite.Migrations.Notifications
{
    /// <inheritdoc />
    public partial class AddEvaluationMails : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "EvaluationId",
                table: "notifications_Mails",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_notifications_Mails_EvaluationId_Kind_RecipientEmail",
                table: "notifications_Mails",
                columns: new[] { "EvaluationId", "Kind", "RecipientEmail" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_notifications_Mails_EvaluationId_Kind_RecipientEmail",
                table: "notifications_Mails");

            migrationBuilder.DropColumn(
                name: "EvaluationId",
                table: "notifications_Mails");
        }
    }
}
