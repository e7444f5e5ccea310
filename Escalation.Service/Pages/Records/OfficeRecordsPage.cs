namespace Escalation.Service.Pages.Records;

/// <summary>A page about records that only the board office has.</summary>
internal abstract class OfficeRecordsPage(Reception reception) : OfficePage(reception)
{
    public string Records => $"{Home}/records";
}
