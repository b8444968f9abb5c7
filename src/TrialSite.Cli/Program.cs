using System.CommandLine;
using System.Text;
using TrialSite.Cli;

Priority.StepBack();
Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
var tool = new RootCommand("trialsite: the editor's and operator's tool of TrialSite.")
{
    CheckCommand.Create(),
    ReseedCommand.Create(),
    ImportCommand.Create(),
    ImportsCommand.Create(),
    ShowCommand.Create(),
    ExportCommand.Create(),
    MigrateCommand.Create(),
    MailCommand.Create(),
    PeopleCommand.Create(),
};
return await CommandRun.Invoke(tool, args);
