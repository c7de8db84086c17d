using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CommunicationStrategy.Persistence.Sqlite.Migrations.ActionPlan
{
    /// <inheritdoc />
    public partial class AddSharesAndImportDifferences : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "AmendmentId",
                table: "action_plan_Imports",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "DifferencesJson",
                table: "action_plan_Imports",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "EffectsJson",
                table: "action_plan_Imports",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<bool>(
                name: "EndsGone",
                table: "action_plan_Imports",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<Guid>(
                name: "ParentId",
                table: "action_plan_Activities",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Shape",
                table: "action_plan_Activities",
                type: "TEXT",
                maxLength: 40,
                nullable: false,
                defaultValue: "");

            migrationBuilder.CreateIndex(
                name: "IX_action_plan_Activities_ParentId",
                table: "action_plan_Activities",
                column: "ParentId");

            migrationBuilder.AddForeignKey(
                name: "FK_action_plan_Activities_action_plan_Activities_ParentId",
                table: "action_plan_Activities",
                column: "ParentId",
                principalTable: "action_plan_Activities",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_action_plan_Activities_action_plan_Activities_ParentId",
                table: "action_plan_Activities");

            migrationBuilder.DropIndex(
                name: "IX_action_plan_Activities_ParentId",
                table: "action_plan_Activities");

            migrationBuilder.DropColumn(
                name: "AmendmentId",
                table: "action_plan_Imports");

            migrationBuilder.DropColumn(
                name: "DifferencesJson",
                table: "action_plan_Imports");

            migrationBuilder.DropColumn(
                name: "EffectsJson",
                table: "action_plan_Imports");

            migrationBuilder.DropColumn(
                name: "EndsGone",
                table: "action_plan_Imports");

            migrationBuilder.DropColumn(
                name: "ParentId",
                table: "action_plan_Activities");

            migrationBuilder.DropColumn(
                name: "Shape",
                table: "action_plan_Activities");
        }
    }
}
