using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CommunicationStrategy.Persistence.Sqlite.Migrations.Stakeholders
{
    /// <inheritdoc />
    public partial class Relations : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "stakeholders_Interactions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    HeldOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Subject = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Participants = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    Outcome = table.Column<string>(type: "TEXT", nullable: true),
                    Confidential = table.Column<bool>(type: "INTEGER", nullable: false),
                    Archived = table.Column<bool>(type: "INTEGER", nullable: false),
                    SearchText = table.Column<string>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    CreatedBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ChangedBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_stakeholders_Interactions", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "stakeholders_Profiles",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    InstitutionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Needs = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Channel = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Owner = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    NextStep = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    ReviewOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    CreatedBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ChangedBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_stakeholders_Profiles", x => x.Id);
                    table.ForeignKey(
                        name: "FK_stakeholders_Profiles_stakeholders_Institutions_InstitutionId",
                        column: x => x.InstitutionId,
                        principalTable: "stakeholders_Institutions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "stakeholders_Commitments",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    InteractionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    InstitutionId = table.Column<Guid>(type: "TEXT", nullable: true),
                    DueOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    DoneOn = table.Column<DateOnly>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_stakeholders_Commitments", x => x.Id);
                    table.ForeignKey(
                        name: "FK_stakeholders_Commitments_stakeholders_Interactions_InteractionId",
                        column: x => x.InteractionId,
                        principalTable: "stakeholders_Interactions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "stakeholders_Parties",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    InteractionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    InstitutionId = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_stakeholders_Parties", x => x.Id);
                    table.ForeignKey(
                        name: "FK_stakeholders_Parties_stakeholders_Institutions_InstitutionId",
                        column: x => x.InstitutionId,
                        principalTable: "stakeholders_Institutions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_stakeholders_Parties_stakeholders_Interactions_InteractionId",
                        column: x => x.InteractionId,
                        principalTable: "stakeholders_Interactions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "stakeholders_Scores",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    StakeholderProfileId = table.Column<Guid>(type: "TEXT", nullable: false),
                    On = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Power = table.Column<int>(type: "INTEGER", nullable: false),
                    Interest = table.Column<int>(type: "INTEGER", nullable: false),
                    Stance = table.Column<int>(type: "INTEGER", nullable: false),
                    Current = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Desired = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    By = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_stakeholders_Scores", x => x.Id);
                    table.ForeignKey(
                        name: "FK_stakeholders_Scores_stakeholders_Profiles_StakeholderProfileId",
                        column: x => x.StakeholderProfileId,
                        principalTable: "stakeholders_Profiles",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_stakeholders_Commitments_DueOn",
                table: "stakeholders_Commitments",
                column: "DueOn");

            migrationBuilder.CreateIndex(
                name: "IX_stakeholders_Commitments_InstitutionId",
                table: "stakeholders_Commitments",
                column: "InstitutionId");

            migrationBuilder.CreateIndex(
                name: "IX_stakeholders_Commitments_InteractionId",
                table: "stakeholders_Commitments",
                column: "InteractionId");

            migrationBuilder.CreateIndex(
                name: "IX_stakeholders_Interactions_HeldOn",
                table: "stakeholders_Interactions",
                column: "HeldOn");

            migrationBuilder.CreateIndex(
                name: "IX_stakeholders_Parties_InstitutionId",
                table: "stakeholders_Parties",
                column: "InstitutionId");

            migrationBuilder.CreateIndex(
                name: "IX_stakeholders_Parties_InteractionId_InstitutionId",
                table: "stakeholders_Parties",
                columns: new[] { "InteractionId", "InstitutionId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_stakeholders_Profiles_InstitutionId",
                table: "stakeholders_Profiles",
                column: "InstitutionId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_stakeholders_Scores_StakeholderProfileId_On",
                table: "stakeholders_Scores",
                columns: new[] { "StakeholderProfileId", "On" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "stakeholders_Commitments");

            migrationBuilder.DropTable(
                name: "stakeholders_Parties");

            migrationBuilder.DropTable(
                name: "stakeholders_Scores");

            migrationBuilder.DropTable(
                name: "stakeholders_Interactions");

            migrationBuilder.DropTable(
                name: "stakeholders_Profiles");
        }
    }
}
