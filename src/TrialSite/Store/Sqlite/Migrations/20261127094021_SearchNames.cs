using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TrialSite.Store.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class SearchNames : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql(SqliteSearchTables.ForgetIndex);
            migrationBuilder.Sql(SqliteSearchTables.DropWords);
            migrationBuilder.Sql(SqliteSearchTables.CreateNamesAndWords);
            migrationBuilder.Sql(SqliteSearchTables.MergeLater);

            migrationBuilder.AddColumn<DateOnly>(
                name: "StatusSeenOn",
                table: "SearchEntries",
                type: "TEXT",
                nullable: false,
                defaultValue: new DateOnly(1, 1, 1));

            migrationBuilder.AddColumn<string>(
                name: "Title",
                table: "SearchEntries",
                type: "TEXT",
                nullable: false,
                defaultValue: "");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql(SqliteSearchTables.ForgetIndex);
            migrationBuilder.Sql(SqliteSearchTables.DropNames);
            migrationBuilder.Sql(SqliteSearchTables.DropWords);
            migrationBuilder.Sql(SqliteSearchTables.CreateWords);
            migrationBuilder.Sql(SqliteSearchTables.MergeLater);

            migrationBuilder.DropColumn(
                name: "StatusSeenOn",
                table: "SearchEntries");

            migrationBuilder.DropColumn(
                name: "Title",
                table: "SearchEntries");
        }
    }
}
