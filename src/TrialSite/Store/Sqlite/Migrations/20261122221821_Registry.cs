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
            migrationBuilder.AlterColumn<string>(
                name: "Seed_FileName",
                table: "Trials",
                type: "TEXT",
                nullable: true,
                oldClrType: typeof(string),
                oldType: "TEXT");

            migrationBuilder.AlterColumn<string>(
                name: "Seed_ContentHash",
                table: "Trials",
                type: "TEXT",
                nullable: true,
                oldClrType: typeof(string),
                oldType: "TEXT");

            migrationBuilder.AlterColumn<string>(
                name: "Editorial",
                table: "Trials",
                type: "TEXT",
                nullable: true,
                oldClrType: typeof(string),
                oldType: "TEXT")
                .Annotation("Relational:ColumnOrder", 1);

            migrationBuilder.AddColumn<string>(
                name: "ContentHash",
                table: "Trials",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "EditorialBasis",
                table: "Trials",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "HasSeed",
                table: "Trials",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "IsInRegistry",
                table: "Trials",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

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
                nullable: true);

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

            migrationBuilder.CreateIndex(
                name: "IX_Trials_HasSeed",
                table: "Trials",
                column: "HasSeed",
                filter: "HasSeed");

            migrationBuilder.CreateIndex(
                name: "IX_Trials_SourceHash_NctId",
                table: "Trials",
                columns: new[] { "SourceHash", "NctId" },
                filter: "IsInRegistry AND UntilGeneration = 9223372036854775807");

            migrationBuilder.CreateIndex(
                name: "IX_BroaderConditions_BroaderId",
                table: "BroaderConditions",
                column: "BroaderId");

            migrationBuilder.CreateIndex(
                name: "IX_ConditionSpellings_ConditionId",
                table: "ConditionSpellings",
                column: "ConditionId");

            // Until now every trial had a seed, and every import one generation.
            migrationBuilder.Sql("UPDATE Trials SET HasSeed = IsListed");
            migrationBuilder.Sql("UPDATE CatalogueImports SET LastGeneration = Generation, IsFirst = State = 'Silent'");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "BroaderConditions");

            migrationBuilder.DropTable(
                name: "ConditionSpellings");

            migrationBuilder.DropTable(
                name: "TrialAliases");

            migrationBuilder.DropIndex(
                name: "IX_Trials_HasSeed",
                table: "Trials");

            migrationBuilder.DropIndex(
                name: "IX_Trials_SourceHash_NctId",
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

            migrationBuilder.AlterColumn<string>(
                name: "Seed_FileName",
                table: "Trials",
                type: "TEXT",
                nullable: false,
                defaultValue: "",
                oldClrType: typeof(string),
                oldType: "TEXT",
                oldNullable: true);

            migrationBuilder.AlterColumn<string>(
                name: "Seed_ContentHash",
                table: "Trials",
                type: "TEXT",
                nullable: false,
                defaultValue: "",
                oldClrType: typeof(string),
                oldType: "TEXT",
                oldNullable: true);

            migrationBuilder.AlterColumn<string>(
                name: "Editorial",
                table: "Trials",
                type: "TEXT",
                nullable: false,
                defaultValue: "",
                oldClrType: typeof(string),
                oldType: "TEXT",
                oldNullable: true)
                .OldAnnotation("Relational:ColumnOrder", 1);
        }
    }
}
