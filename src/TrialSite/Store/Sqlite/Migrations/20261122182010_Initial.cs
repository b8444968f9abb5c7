using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TrialSite.Store.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "Catalogue",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    Generation = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Catalogue", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Conditions",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Slug = table.Column<string>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Conditions", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "SignUps",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    EncryptedAddress = table.Column<string>(type: "TEXT", nullable: false),
                    AddressHash = table.Column<string>(type: "TEXT", nullable: false),
                    Topics = table.Column<string>(type: "TEXT", nullable: false),
                    Frequency = table.Column<string>(type: "TEXT", nullable: false),
                    ConsentVersion = table.Column<string>(type: "TEXT", nullable: false),
                    Source = table.Column<string>(type: "TEXT", nullable: false),
                    AddressBlockHash = table.Column<string>(type: "TEXT", nullable: false),
                    ReceivedAt = table.Column<DateTimeOffset>(type: "TEXT", nullable: false),
                    State = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SignUps", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "TrialChanges",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    NctId = table.Column<string>(type: "TEXT", maxLength: 11, nullable: false),
                    FromVersion = table.Column<int>(type: "INTEGER", nullable: false),
                    ToVersion = table.Column<int>(type: "INTEGER", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", nullable: false),
                    Level = table.Column<int>(type: "INTEGER", nullable: false),
                    Differences = table.Column<string>(type: "TEXT", nullable: false),
                    SeenAt = table.Column<DateTimeOffset>(type: "TEXT", nullable: false),
                    Generation = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TrialChanges", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Trials",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    NctId = table.Column<string>(type: "TEXT", maxLength: 11, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    FromGeneration = table.Column<long>(type: "INTEGER", nullable: false),
                    UntilGeneration = table.Column<long>(type: "INTEGER", nullable: false),
                    IsListed = table.Column<bool>(type: "INTEGER", nullable: false),
                    FirstSeen = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    LastUpdated = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    LocationsSeenOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Title = table.Column<string>(type: "TEXT", nullable: false),
                    Editorial = table.Column<string>(type: "TEXT", nullable: false),
                    Seed_ContentHash = table.Column<string>(type: "TEXT", nullable: false),
                    Seed_FileName = table.Column<string>(type: "TEXT", nullable: false),
                    Seed_FirstSeen = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Seed_LastUpdated = table.Column<DateOnly>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Trials", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "TrialConditions",
                columns: table => new
                {
                    TrialId = table.Column<int>(type: "INTEGER", nullable: false),
                    ConditionId = table.Column<int>(type: "INTEGER", nullable: false),
                    Position = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TrialConditions", x => new { x.TrialId, x.ConditionId });
                    table.ForeignKey(
                        name: "FK_TrialConditions_Conditions_ConditionId",
                        column: x => x.ConditionId,
                        principalTable: "Conditions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_TrialConditions_Trials_TrialId",
                        column: x => x.TrialId,
                        principalTable: "Trials",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.InsertData(
                table: "Catalogue",
                columns: new[] { "Id", "Generation" },
                values: new object[] { 1, 0L });

            migrationBuilder.CreateIndex(
                name: "IX_Conditions_Slug",
                table: "Conditions",
                column: "Slug",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SignUps_AddressHash",
                table: "SignUps",
                column: "AddressHash");

            migrationBuilder.CreateIndex(
                name: "IX_SignUps_ReceivedAt",
                table: "SignUps",
                column: "ReceivedAt");

            migrationBuilder.CreateIndex(
                name: "IX_TrialChanges_Generation",
                table: "TrialChanges",
                column: "Generation");

            migrationBuilder.CreateIndex(
                name: "IX_TrialChanges_NctId_ToVersion",
                table: "TrialChanges",
                columns: new[] { "NctId", "ToVersion" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_TrialConditions_ConditionId",
                table: "TrialConditions",
                column: "ConditionId");

            migrationBuilder.CreateIndex(
                name: "IX_Trials_FirstSeen_NctId_IsListed_FromGeneration_UntilGeneration",
                table: "Trials",
                columns: new[] { "FirstSeen", "NctId", "IsListed", "FromGeneration", "UntilGeneration" });

            migrationBuilder.CreateIndex(
                name: "IX_Trials_LastUpdated_NctId_FirstSeen_IsListed_FromGeneration_UntilGeneration",
                table: "Trials",
                columns: new[] { "LastUpdated", "NctId", "FirstSeen", "IsListed", "FromGeneration", "UntilGeneration" });

            migrationBuilder.CreateIndex(
                name: "IX_Trials_NctId_Version",
                table: "Trials",
                columns: new[] { "NctId", "Version" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Trials_UntilGeneration",
                table: "Trials",
                column: "UntilGeneration",
                filter: "UntilGeneration < 9223372036854775807");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Catalogue");

            migrationBuilder.DropTable(
                name: "SignUps");

            migrationBuilder.DropTable(
                name: "TrialChanges");

            migrationBuilder.DropTable(
                name: "TrialConditions");

            migrationBuilder.DropTable(
                name: "Conditions");

            migrationBuilder.DropTable(
                name: "Trials");
        }
    }
}
