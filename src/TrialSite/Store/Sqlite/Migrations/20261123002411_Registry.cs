using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TrialSite.Store.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Registry : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "TrialConditions");

            migrationBuilder.DropIndex(
                name: "IX_Trials_FirstSeen_NctId_IsListed_FromGeneration_UntilGeneration",
                table: "Trials");

            migrationBuilder.DropIndex(
                name: "IX_Trials_LastUpdated_NctId_FirstSeen_IsListed_FromGeneration_UntilGeneration",
                table: "Trials");

            migrationBuilder.AlterColumn<int>(
                name: "Version",
                table: "Trials",
                type: "INTEGER",
                nullable: false,
                oldClrType: typeof(int),
                oldType: "INTEGER")
                .Annotation("Relational:ColumnOrder", 1);

            migrationBuilder.AlterColumn<long>(
                name: "UntilGeneration",
                table: "Trials",
                type: "INTEGER",
                nullable: false,
                oldClrType: typeof(long),
                oldType: "INTEGER")
                .Annotation("Relational:ColumnOrder", 1);

            migrationBuilder.AlterColumn<string>(
                name: "Title",
                table: "Trials",
                type: "TEXT",
                nullable: false,
                oldClrType: typeof(string),
                oldType: "TEXT")
                .Annotation("Relational:ColumnOrder", 1);

            migrationBuilder.AlterColumn<DateOnly>(
                name: "Seed_LastUpdated",
                table: "Trials",
                type: "TEXT",
                nullable: true,
                oldClrType: typeof(DateOnly),
                oldType: "TEXT",
                oldNullable: true)
                .Annotation("Relational:ColumnOrder", 1);

            migrationBuilder.AlterColumn<DateOnly>(
                name: "Seed_FirstSeen",
                table: "Trials",
                type: "TEXT",
                nullable: true,
                oldClrType: typeof(DateOnly),
                oldType: "TEXT",
                oldNullable: true)
                .Annotation("Relational:ColumnOrder", 1);

            migrationBuilder.AlterColumn<string>(
                name: "Seed_FileName",
                table: "Trials",
                type: "TEXT",
                nullable: true,
                oldClrType: typeof(string),
                oldType: "TEXT")
                .Annotation("Relational:ColumnOrder", 1);

            migrationBuilder.AlterColumn<string>(
                name: "Seed_ContentHash",
                table: "Trials",
                type: "TEXT",
                nullable: true,
                oldClrType: typeof(string),
                oldType: "TEXT")
                .Annotation("Relational:ColumnOrder", 1);

            migrationBuilder.AlterColumn<string>(
                name: "NctId",
                table: "Trials",
                type: "TEXT",
                maxLength: 11,
                nullable: false,
                oldClrType: typeof(string),
                oldType: "TEXT",
                oldMaxLength: 11)
                .Annotation("Relational:ColumnOrder", 1);

            migrationBuilder.AlterColumn<DateOnly>(
                name: "LocationsSeenOn",
                table: "Trials",
                type: "TEXT",
                nullable: false,
                oldClrType: typeof(DateOnly),
                oldType: "TEXT")
                .Annotation("Relational:ColumnOrder", 1);

            migrationBuilder.AlterColumn<DateOnly>(
                name: "LastUpdated",
                table: "Trials",
                type: "TEXT",
                nullable: false,
                oldClrType: typeof(DateOnly),
                oldType: "TEXT")
                .Annotation("Relational:ColumnOrder", 1);

            migrationBuilder.AlterColumn<bool>(
                name: "IsListed",
                table: "Trials",
                type: "INTEGER",
                nullable: false,
                oldClrType: typeof(bool),
                oldType: "INTEGER")
                .Annotation("Relational:ColumnOrder", 1);

            migrationBuilder.AlterColumn<long>(
                name: "FromGeneration",
                table: "Trials",
                type: "INTEGER",
                nullable: false,
                oldClrType: typeof(long),
                oldType: "INTEGER")
                .Annotation("Relational:ColumnOrder", 1);

            migrationBuilder.AlterColumn<DateOnly>(
                name: "FirstSeen",
                table: "Trials",
                type: "TEXT",
                nullable: false,
                oldClrType: typeof(DateOnly),
                oldType: "TEXT")
                .Annotation("Relational:ColumnOrder", 1);

            migrationBuilder.AlterColumn<string>(
                name: "Editorial",
                table: "Trials",
                type: "TEXT",
                nullable: true,
                oldClrType: typeof(string),
                oldType: "TEXT")
                .Annotation("Relational:ColumnOrder", 2);

            migrationBuilder.AlterColumn<int>(
                name: "Id",
                table: "Trials",
                type: "INTEGER",
                nullable: false,
                oldClrType: typeof(int),
                oldType: "INTEGER")
                .Annotation("Relational:ColumnOrder", 1)
                .Annotation("Sqlite:Autoincrement", true)
                .OldAnnotation("Sqlite:Autoincrement", true);

            migrationBuilder.AddColumn<string>(
                name: "ContentHash",
                table: "Trials",
                type: "TEXT",
                nullable: true)
                .Annotation("Relational:ColumnOrder", 1);

            migrationBuilder.AddColumn<string>(
                name: "EditorialBasis",
                table: "Trials",
                type: "TEXT",
                nullable: true)
                .Annotation("Relational:ColumnOrder", 1);

            migrationBuilder.AddColumn<bool>(
                name: "HasSeed",
                table: "Trials",
                type: "INTEGER",
                nullable: false,
                defaultValue: false)
                .Annotation("Relational:ColumnOrder", 1);

            migrationBuilder.AddColumn<bool>(
                name: "IsInRegistry",
                table: "Trials",
                type: "INTEGER",
                nullable: false,
                defaultValue: false)
                .Annotation("Relational:ColumnOrder", 1);

            migrationBuilder.AddColumn<string>(
                name: "Registry",
                table: "Trials",
                type: "TEXT",
                nullable: true)
                .Annotation("Relational:ColumnOrder", 2);

            migrationBuilder.AddColumn<string>(
                name: "SourceHash",
                table: "Trials",
                type: "TEXT",
                nullable: true)
                .Annotation("Relational:ColumnOrder", 1);

            migrationBuilder.AddColumn<string>(
                name: "MeshId",
                table: "Conditions",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "IsFirst",
                table: "CatalogueImports",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<long>(
                name: "LastGeneration",
                table: "CatalogueImports",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

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
                name: "BroaderConditions",
                columns: table => new
                {
                    ConditionId = table.Column<int>(type: "INTEGER", nullable: false),
                    BroaderId = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_BroaderConditions", x => new { x.ConditionId, x.BroaderId });
                });

            migrationBuilder.CreateTable(
                name: "ConditionSpellings",
                columns: table => new
                {
                    ConditionId = table.Column<int>(type: "INTEGER", nullable: false),
                    Key = table.Column<string>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ConditionSpellings", x => new { x.Key, x.ConditionId, x.Kind, x.Name });
                });

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

            migrationBuilder.CreateTable(
                name: "TrialAliases",
                columns: table => new
                {
                    Alias = table.Column<string>(type: "TEXT", maxLength: 11, nullable: false),
                    NctId = table.Column<string>(type: "TEXT", maxLength: 11, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TrialAliases", x => x.Alias);
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
                name: "IX_Trials_HasSeed",
                table: "Trials",
                column: "HasSeed",
                filter: "HasSeed");

            migrationBuilder.CreateIndex(
                name: "IX_Trials_SourceHash_NctId_IsInRegistry_UntilGeneration",
                table: "Trials",
                columns: new[] { "SourceHash", "NctId", "IsInRegistry", "UntilGeneration" },
                filter: "IsInRegistry AND UntilGeneration = 9223372036854775807");

            migrationBuilder.CreateIndex(
                name: "IX_BroaderConditions_BroaderId",
                table: "BroaderConditions",
                column: "BroaderId");

            migrationBuilder.CreateIndex(
                name: "IX_ConditionSpellings_ConditionId",
                table: "ConditionSpellings",
                column: "ConditionId");

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

            // Until now every trial had a seed, and every import one generation.
            migrationBuilder.Sql("UPDATE Trials SET HasSeed = IsListed;");
            migrationBuilder.Sql("UPDATE CatalogueImports SET LastGeneration = Generation, IsFirst = State = 'Silent';");
            migrationBuilder.Sql(SqliteSearchTables.CreateWords);
            migrationBuilder.Sql(SqliteSearchTables.MergeLater);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql(SqliteSearchTables.DropWords);

            migrationBuilder.DropTable(
                name: "BroaderConditions");

            migrationBuilder.DropTable(
                name: "ConditionSpellings");

            migrationBuilder.DropTable(
                name: "Countries");

            migrationBuilder.DropTable(
                name: "KnownWords");

            migrationBuilder.DropTable(
                name: "MedicineNames");

            migrationBuilder.DropTable(
                name: "SearchEntries");

            migrationBuilder.DropTable(
                name: "TrialAliases");

            migrationBuilder.DropIndex(
                name: "IX_Trials_FromGeneration",
                table: "Trials");

            migrationBuilder.DropIndex(
                name: "IX_Trials_HasSeed",
                table: "Trials");

            migrationBuilder.DropIndex(
                name: "IX_Trials_SourceHash_NctId_IsInRegistry_UntilGeneration",
                table: "Trials");

            migrationBuilder.DropColumn(
                name: "ContentHash",
                table: "Trials");

            migrationBuilder.DropColumn(
                name: "EditorialBasis",
                table: "Trials");

            migrationBuilder.DropColumn(
                name: "HasSeed",
                table: "Trials");

            migrationBuilder.DropColumn(
                name: "IsInRegistry",
                table: "Trials");

            migrationBuilder.DropColumn(
                name: "Registry",
                table: "Trials");

            migrationBuilder.DropColumn(
                name: "SourceHash",
                table: "Trials");

            migrationBuilder.DropColumn(
                name: "MeshId",
                table: "Conditions");

            migrationBuilder.DropColumn(
                name: "IsFirst",
                table: "CatalogueImports");

            migrationBuilder.DropColumn(
                name: "LastGeneration",
                table: "CatalogueImports");

            migrationBuilder.DropColumn(
                name: "IndexedGeneration",
                table: "Catalogue");

            migrationBuilder.DropColumn(
                name: "SearchRevision",
                table: "Catalogue");

            migrationBuilder.AlterColumn<int>(
                name: "Version",
                table: "Trials",
                type: "INTEGER",
                nullable: false,
                oldClrType: typeof(int),
                oldType: "INTEGER")
                .OldAnnotation("Relational:ColumnOrder", 1);

            migrationBuilder.AlterColumn<long>(
                name: "UntilGeneration",
                table: "Trials",
                type: "INTEGER",
                nullable: false,
                oldClrType: typeof(long),
                oldType: "INTEGER")
                .OldAnnotation("Relational:ColumnOrder", 1);

            migrationBuilder.AlterColumn<string>(
                name: "Title",
                table: "Trials",
                type: "TEXT",
                nullable: false,
                oldClrType: typeof(string),
                oldType: "TEXT")
                .OldAnnotation("Relational:ColumnOrder", 1);

            migrationBuilder.AlterColumn<DateOnly>(
                name: "Seed_LastUpdated",
                table: "Trials",
                type: "TEXT",
                nullable: true,
                oldClrType: typeof(DateOnly),
                oldType: "TEXT",
                oldNullable: true)
                .OldAnnotation("Relational:ColumnOrder", 1);

            migrationBuilder.AlterColumn<DateOnly>(
                name: "Seed_FirstSeen",
                table: "Trials",
                type: "TEXT",
                nullable: true,
                oldClrType: typeof(DateOnly),
                oldType: "TEXT",
                oldNullable: true)
                .OldAnnotation("Relational:ColumnOrder", 1);

            migrationBuilder.AlterColumn<string>(
                name: "Seed_FileName",
                table: "Trials",
                type: "TEXT",
                nullable: false,
                defaultValue: "",
                oldClrType: typeof(string),
                oldType: "TEXT",
                oldNullable: true)
                .OldAnnotation("Relational:ColumnOrder", 1);

            migrationBuilder.AlterColumn<string>(
                name: "Seed_ContentHash",
                table: "Trials",
                type: "TEXT",
                nullable: false,
                defaultValue: "",
                oldClrType: typeof(string),
                oldType: "TEXT",
                oldNullable: true)
                .OldAnnotation("Relational:ColumnOrder", 1);

            migrationBuilder.AlterColumn<string>(
                name: "NctId",
                table: "Trials",
                type: "TEXT",
                maxLength: 11,
                nullable: false,
                oldClrType: typeof(string),
                oldType: "TEXT",
                oldMaxLength: 11)
                .OldAnnotation("Relational:ColumnOrder", 1);

            migrationBuilder.AlterColumn<DateOnly>(
                name: "LocationsSeenOn",
                table: "Trials",
                type: "TEXT",
                nullable: false,
                oldClrType: typeof(DateOnly),
                oldType: "TEXT")
                .OldAnnotation("Relational:ColumnOrder", 1);

            migrationBuilder.AlterColumn<DateOnly>(
                name: "LastUpdated",
                table: "Trials",
                type: "TEXT",
                nullable: false,
                oldClrType: typeof(DateOnly),
                oldType: "TEXT")
                .OldAnnotation("Relational:ColumnOrder", 1);

            migrationBuilder.AlterColumn<bool>(
                name: "IsListed",
                table: "Trials",
                type: "INTEGER",
                nullable: false,
                oldClrType: typeof(bool),
                oldType: "INTEGER")
                .OldAnnotation("Relational:ColumnOrder", 1);

            migrationBuilder.AlterColumn<long>(
                name: "FromGeneration",
                table: "Trials",
                type: "INTEGER",
                nullable: false,
                oldClrType: typeof(long),
                oldType: "INTEGER")
                .OldAnnotation("Relational:ColumnOrder", 1);

            migrationBuilder.AlterColumn<DateOnly>(
                name: "FirstSeen",
                table: "Trials",
                type: "TEXT",
                nullable: false,
                oldClrType: typeof(DateOnly),
                oldType: "TEXT")
                .OldAnnotation("Relational:ColumnOrder", 1);

            migrationBuilder.AlterColumn<string>(
                name: "Editorial",
                table: "Trials",
                type: "TEXT",
                nullable: false,
                defaultValue: "",
                oldClrType: typeof(string),
                oldType: "TEXT",
                oldNullable: true)
                .OldAnnotation("Relational:ColumnOrder", 2);

            migrationBuilder.AlterColumn<int>(
                name: "Id",
                table: "Trials",
                type: "INTEGER",
                nullable: false,
                oldClrType: typeof(int),
                oldType: "INTEGER")
                .Annotation("Sqlite:Autoincrement", true)
                .OldAnnotation("Relational:ColumnOrder", 1)
                .OldAnnotation("Sqlite:Autoincrement", true);

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

            migrationBuilder.CreateIndex(
                name: "IX_Trials_FirstSeen_NctId_IsListed_FromGeneration_UntilGeneration",
                table: "Trials",
                columns: new[] { "FirstSeen", "NctId", "IsListed", "FromGeneration", "UntilGeneration" });

            migrationBuilder.CreateIndex(
                name: "IX_Trials_LastUpdated_NctId_FirstSeen_IsListed_FromGeneration_UntilGeneration",
                table: "Trials",
                columns: new[] { "LastUpdated", "NctId", "FirstSeen", "IsListed", "FromGeneration", "UntilGeneration" });

            migrationBuilder.CreateIndex(
                name: "IX_TrialConditions_ConditionId",
                table: "TrialConditions",
                column: "ConditionId");
        }
    }
}
