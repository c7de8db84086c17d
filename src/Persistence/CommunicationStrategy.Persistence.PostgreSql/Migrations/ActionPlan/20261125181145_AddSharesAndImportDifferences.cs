using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CommunicationStrategy.Persistence.PostgreSql.Migrations.ActionPlan
{
    /// <inheritdoc />
    public partial class AddSharesAndImportDifferences : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "AmendmentId",
                schema: "action_plan",
                table: "Imports",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "DifferencesJson",
                schema: "action_plan",
                table: "Imports",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "EffectsJson",
                schema: "action_plan",
                table: "Imports",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<bool>(
                name: "EndsGone",
                schema: "action_plan",
                table: "Imports",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<Guid>(
                name: "ParentId",
                schema: "action_plan",
                table: "Activities",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Shape",
                schema: "action_plan",
                table: "Activities",
                type: "character varying(40)",
                maxLength: 40,
                nullable: false,
                defaultValue: "");

            migrationBuilder.CreateIndex(
                name: "IX_Activities_ParentId",
                schema: "action_plan",
                table: "Activities",
                column: "ParentId");

            migrationBuilder.AddForeignKey(
                name: "FK_Activities_Activities_ParentId",
                schema: "action_plan",
                table: "Activities",
                column: "ParentId",
                principalSchema: "action_plan",
                principalTable: "Activities",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_Activities_Activities_ParentId",
                schema: "action_plan",
                table: "Activities");

            migrationBuilder.DropIndex(
                name: "IX_Activities_ParentId",
                schema: "action_plan",
                table: "Activities");

            migrationBuilder.DropColumn(
                name: "AmendmentId",
                schema: "action_plan",
                table: "Imports");

            migrationBuilder.DropColumn(
                name: "DifferencesJson",
                schema: "action_plan",
                table: "Imports");

            migrationBuilder.DropColumn(
                name: "EffectsJson",
                schema: "action_plan",
                table: "Imports");

            migrationBuilder.DropColumn(
                name: "EndsGone",
                schema: "action_plan",
                table: "Imports");

            migrationBuilder.DropColumn(
                name: "ParentId",
                schema: "action_plan",
                table: "Activities");

            migrationBuilder.DropColumn(
                name: "Shape",
                schema: "action_plan",
                table: "Activities");
        }
    }
}
