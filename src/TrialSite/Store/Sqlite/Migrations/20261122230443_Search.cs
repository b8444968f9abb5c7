using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TrialSite.Store.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Search : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Trials_FirstSeen_NctId_IsListed_FromGeneration_UntilGeneration",
                table: "Trials");

            migrationBuilder.DropIndex(
                name: "IX_Trials_LastUpdated_NctId_FirstSeen_IsListed_FromGeneration_UntilGeneration",
                table: "Trials");

            migrationBuilder.AddColumn<long>(
                name: "IndexedGeneration",
                table: "Catalogue",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<long>(
                name: "SearchRevision",
                table: "Catalogue",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.CreateTable(
                name: "Countries",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Slug = table.Column<string>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Countries", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "KnownWords",
                columns: table => new
                {
                    Word = table.Column<string>(type: "TEXT", nullable: false),
                    Count = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_KnownWords", x => x.Word);
                });

            migrationBuilder.CreateTable(
                name: "MedicineNames",
                columns: table => new
                {
                    Key = table.Column<string>(type: "TEXT", nullable: false),
                    OtherKey = table.Column<string>(type: "TEXT", nullable: false),
                    OtherName = table.Column<string>(type: "TEXT", nullable: false),
                    Count = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MedicineNames", x => new { x.Key, x.OtherKey });
                });

            migrationBuilder.CreateTable(
                name: "SearchEntries",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false),
                    Revision = table.Column<long>(type: "INTEGER", nullable: false),
                    NctNumber = table.Column<int>(type: "INTEGER", nullable: false),
                    Status = table.Column<byte>(type: "INTEGER", nullable: false),
                    Phases = table.Column<byte>(type: "INTEGER", nullable: false),
                    Marks = table.Column<ushort>(type: "INTEGER", nullable: false),
                    YoungestDay = table.Column<ushort>(type: "INTEGER", nullable: false),
                    OldestDay = table.Column<ushort>(type: "INTEGER", nullable: false),
                    FirstSeen = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    LastUpdated = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Conditions = table.Column<byte[]>(type: "BLOB", nullable: false),
                    BroaderConditions = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Countries = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Points = table.Column<byte[]>(type: "BLOB", nullable: false),
                    PlaceNames = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SearchEntries", x => x.Id);
                });

            migrationBuilder.UpdateData(
                table: "Catalogue",
                keyColumn: "Id",
                keyValue: 1,
                columns: new[] { "IndexedGeneration", "SearchRevision" },
                values: new object[] { 0L, 0L });

            migrationBuilder.CreateIndex(
                name: "IX_Trials_FromGeneration",
                table: "Trials",
                column: "FromGeneration");

            migrationBuilder.CreateIndex(
                name: "IX_Countries_Slug",
                table: "Countries",
                column: "Slug",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SearchEntries_NctNumber",
                table: "SearchEntries",
                column: "NctNumber",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SearchEntries_Revision",
                table: "SearchEntries",
                column: "Revision");

            migrationBuilder.Sql(SqliteSearchTables.CreateWords);
            migrationBuilder.Sql(SqliteSearchTables.MergeLater);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql(SqliteSearchTables.DropWords);

            migrationBuilder.DropTable(
                name: "Countries");

            migrationBuilder.DropTable(
                name: "KnownWords");

            migrationBuilder.DropTable(
                name: "MedicineNames");

            migrationBuilder.DropTable(
                name: "SearchEntries");

            migrationBuilder.DropIndex(
                name: "IX_Trials_FromGeneration",
                table: "Trials");

            migrationBuilder.DropColumn(
                name: "IndexedGeneration",
                table: "Catalogue");

            migrationBuilder.DropColumn(
                name: "SearchRevision",
                table: "Catalogue");

            migrationBuilder.CreateIndex(
                name: "IX_Trials_FirstSeen_NctId_IsListed_FromGeneration_UntilGeneration",
                table: "Trials",
                columns: new[] { "FirstSeen", "NctId", "IsListed", "FromGeneration", "UntilGeneration" });

            migrationBuilder.CreateIndex(
                name: "IX_Trials_LastUpdated_NctId_FirstSeen_IsListed_FromGeneration_UntilGeneration",
                table: "Trials",
                columns: new[] { "LastUpdated", "NctId", "FirstSeen", "IsListed", "FromGeneration", "UntilGeneration" });
        }
    }
}
