using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TrialSite.Store.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Alerts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "LinkSeed",
                table: "SignUps",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "TokenHash",
                table: "SignUps",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "CatalogueImports",
                columns: table => new
                {
                    Generation = table.Column<long>(type: "INTEGER", nullable: false),
                    TurnedAt = table.Column<string>(type: "TEXT", nullable: false),
                    Changes = table.Column<int>(type: "INTEGER", nullable: false),
                    People = table.Column<int>(type: "INTEGER", nullable: true),
                    State = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CatalogueImports", x => x.Generation);
                });

            migrationBuilder.CreateTable(
                name: "Consents",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    AddressHash = table.Column<string>(type: "TEXT", nullable: false),
                    Act = table.Column<string>(type: "TEXT", nullable: false),
                    Version = table.Column<string>(type: "TEXT", nullable: false),
                    At = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Consents", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Deliveries",
                columns: table => new
                {
                    SubscriberId = table.Column<int>(type: "INTEGER", nullable: false),
                    ChangeId = table.Column<int>(type: "INTEGER", nullable: false),
                    SubscriptionId = table.Column<int>(type: "INTEGER", nullable: false),
                    DueAt = table.Column<string>(type: "TEXT", nullable: false),
                    OutboxEmailId = table.Column<int>(type: "INTEGER", nullable: true),
                    SentAt = table.Column<string>(type: "TEXT", nullable: true),
                    SkippedBecause = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Deliveries", x => new { x.SubscriberId, x.ChangeId });
                });

            migrationBuilder.CreateTable(
                name: "ManageLinks",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    AddressHash = table.Column<string>(type: "TEXT", nullable: false),
                    AddressBlockHash = table.Column<string>(type: "TEXT", nullable: false),
                    AskedAt = table.Column<string>(type: "TEXT", nullable: false),
                    IsAnswered = table.Column<bool>(type: "INTEGER", nullable: false),
                    LinkSeed = table.Column<string>(type: "TEXT", nullable: true),
                    TokenHash = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ManageLinks", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "OutboxEmails",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Kind = table.Column<string>(type: "TEXT", nullable: false),
                    DedupeKey = table.Column<string>(type: "TEXT", nullable: false),
                    SignUpId = table.Column<int>(type: "INTEGER", nullable: true),
                    ManageLinkId = table.Column<int>(type: "INTEGER", nullable: true),
                    SubscriberId = table.Column<int>(type: "INTEGER", nullable: true),
                    MailboxHash = table.Column<string>(type: "TEXT", nullable: true),
                    MessageId = table.Column<string>(type: "TEXT", nullable: false),
                    CreatedAt = table.Column<string>(type: "TEXT", nullable: false),
                    NotBefore = table.Column<string>(type: "TEXT", nullable: false),
                    State = table.Column<string>(type: "TEXT", nullable: false),
                    LeaseOwner = table.Column<string>(type: "TEXT", nullable: true),
                    LeaseUntil = table.Column<string>(type: "TEXT", nullable: true),
                    Fence = table.Column<int>(type: "INTEGER", nullable: false),
                    Attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    UncertainCount = table.Column<int>(type: "INTEGER", nullable: false),
                    SendStartedAt = table.Column<string>(type: "TEXT", nullable: true),
                    FinishedAt = table.Column<string>(type: "TEXT", nullable: true),
                    LastReply = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OutboxEmails", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Subscribers",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    EncryptedAddress = table.Column<string>(type: "TEXT", nullable: false),
                    AddressHash = table.Column<string>(type: "TEXT", nullable: false),
                    Language = table.Column<string>(type: "TEXT", nullable: false),
                    State = table.Column<string>(type: "TEXT", nullable: false),
                    ConfirmedAt = table.Column<string>(type: "TEXT", nullable: false),
                    StoppedAt = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Subscribers", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Suppressions",
                columns: table => new
                {
                    AddressHash = table.Column<string>(type: "TEXT", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", nullable: false),
                    Until = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Suppressions", x => x.AddressHash);
                });

            migrationBuilder.CreateTable(
                name: "Subscriptions",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    SubscriberId = table.Column<int>(type: "INTEGER", nullable: false),
                    Topic = table.Column<string>(type: "TEXT", nullable: false),
                    Frequency = table.Column<string>(type: "TEXT", nullable: false),
                    StartedAt = table.Column<string>(type: "TEXT", nullable: false),
                    EndedAt = table.Column<string>(type: "TEXT", nullable: true),
                    EndedBecause = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Subscriptions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Subscriptions_Subscribers_SubscriberId",
                        column: x => x.SubscriberId,
                        principalTable: "Subscribers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_SignUps_AddressBlockHash_ReceivedAt",
                table: "SignUps",
                columns: new[] { "AddressBlockHash", "ReceivedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_SignUps_State",
                table: "SignUps",
                column: "State",
                filter: "State = 'Pending' AND TokenHash IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_SignUps_TokenHash",
                table: "SignUps",
                column: "TokenHash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_CatalogueImports_State",
                table: "CatalogueImports",
                column: "State",
                filter: "State = 'ToMatch'");

            migrationBuilder.CreateIndex(
                name: "IX_Consents_AddressHash",
                table: "Consents",
                column: "AddressHash");

            migrationBuilder.CreateIndex(
                name: "IX_Deliveries_DueAt_SubscriberId",
                table: "Deliveries",
                columns: new[] { "DueAt", "SubscriberId" },
                filter: "OutboxEmailId IS NULL AND SkippedBecause IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Deliveries_OutboxEmailId",
                table: "Deliveries",
                column: "OutboxEmailId");

            migrationBuilder.CreateIndex(
                name: "IX_ManageLinks_AddressBlockHash_AskedAt",
                table: "ManageLinks",
                columns: new[] { "AddressBlockHash", "AskedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_ManageLinks_AddressHash",
                table: "ManageLinks",
                column: "AddressHash");

            migrationBuilder.CreateIndex(
                name: "IX_ManageLinks_IsAnswered",
                table: "ManageLinks",
                column: "IsAnswered",
                filter: "IsAnswered = 0");

            migrationBuilder.CreateIndex(
                name: "IX_ManageLinks_TokenHash",
                table: "ManageLinks",
                column: "TokenHash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_OutboxEmails_DedupeKey",
                table: "OutboxEmails",
                column: "DedupeKey",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_OutboxEmails_FinishedAt",
                table: "OutboxEmails",
                column: "FinishedAt",
                filter: "FinishedAt IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_OutboxEmails_LeaseUntil",
                table: "OutboxEmails",
                column: "LeaseUntil",
                filter: "State = 'Claimed'");

            migrationBuilder.CreateIndex(
                name: "IX_OutboxEmails_MailboxHash_CreatedAt",
                table: "OutboxEmails",
                columns: new[] { "MailboxHash", "CreatedAt" },
                filter: "MailboxHash IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_OutboxEmails_NotBefore_Id",
                table: "OutboxEmails",
                columns: new[] { "NotBefore", "Id" },
                filter: "State = 'Waiting'");

            migrationBuilder.CreateIndex(
                name: "IX_OutboxEmails_SubscriberId",
                table: "OutboxEmails",
                column: "SubscriberId");

            migrationBuilder.CreateIndex(
                name: "IX_Subscribers_AddressHash",
                table: "Subscribers",
                column: "AddressHash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Subscribers_StoppedAt",
                table: "Subscribers",
                column: "StoppedAt",
                filter: "StoppedAt IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Subscriptions_EndedAt",
                table: "Subscriptions",
                column: "EndedAt",
                filter: "EndedAt IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Subscriptions_SubscriberId_Topic",
                table: "Subscriptions",
                columns: new[] { "SubscriberId", "Topic" },
                unique: true,
                filter: "EndedAt IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Subscriptions_Topic_SubscriberId_Id_Frequency_StartedAt",
                table: "Subscriptions",
                columns: new[] { "Topic", "SubscriberId", "Id", "Frequency", "StartedAt" },
                filter: "EndedAt IS NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "CatalogueImports");

            migrationBuilder.DropTable(
                name: "Consents");

            migrationBuilder.DropTable(
                name: "Deliveries");

            migrationBuilder.DropTable(
                name: "ManageLinks");

            migrationBuilder.DropTable(
                name: "OutboxEmails");

            migrationBuilder.DropTable(
                name: "Subscriptions");

            migrationBuilder.DropTable(
                name: "Suppressions");

            migrationBuilder.DropTable(
                name: "Subscribers");

            migrationBuilder.DropIndex(
                name: "IX_SignUps_AddressBlockHash_ReceivedAt",
                table: "SignUps");

            migrationBuilder.DropIndex(
                name: "IX_SignUps_State",
                table: "SignUps");

            migrationBuilder.DropIndex(
                name: "IX_SignUps_TokenHash",
                table: "SignUps");

            migrationBuilder.DropColumn(
                name: "LinkSeed",
                table: "SignUps");

            migrationBuilder.DropColumn(
                name: "TokenHash",
                table: "SignUps");
        }
    }
}
