using Escalation.Core;
using Escalation.Core.Notices;
using Escalation.Core.Procedures;
using EscalationFunctions.Tests.Core.Differences;
using static EscalationFunctions.Tests.Core.Differences.Acts;
using static EscalationFunctions.Tests.Core.Differences.Cast;
using static EscalationFunctions.Tests.Core.Differences.ProcedureText;

namespace EscalationFunctions.Tests.Core.Notices;

public sealed class FormNoticesTests
{
    private const string Raised = "2026-04-01T10:00", Now = "2026-04-08T09:00";

    [Test]
    public void When_one_manager_has_signed_the_other_is_asked_to() =>
        Filled().Given(CouncilManager, Sign("initiating"), Now).ThenTold(NoticeKind.FormToSign, "riverside-care@3");

    [Test]
    public void That_it_was_signed_is_told_to_everybody_who_is_not_asked_to_sign_it() =>
        Filled().Given(CouncilManager, Sign("initiating"), Now).ThenTold(NoticeKind.FormSigned, "raiser").ThenTold(NoticeKind.Confirmation, "north-council@3")
            .Given(CareManager, Sign("receiving"), Now).ThenTold(NoticeKind.FormSigned, "north-council@3", "raiser").ThenTold(NoticeKind.Confirmation, "riverside-care@3");

    [Test]
    public void Whoever_signed_what_was_then_changed_hears_that_it_no_longer_stands() =>
        Filled().Given(CouncilManager, Sign("initiating"), Now).Given(Carer, MonitoringForm("Not settled."), Now)
            .ThenTold(NoticeKind.SignatureVoided, "north-council@3");

    [Test]
    public void A_form_that_is_complete_goes_to_each_file_to_those_at_the_named_stage_and_to_the_officer() =>
        Filled().Given(CouncilManager, Sign("initiating"), Now).Given(CareManager, Sign("receiving"), Now)
            .ThenTold(NoticeKind.FormCopy, "north-council@3", "riverside-care@3", "north-council@4", "riverside-care@4", "strategic-manager")
            .ThenNobodyIsTold(NoticeKind.FormToSign);

    [Test]
    public void Whoever_is_named_twice_gets_one_copy() =>
        Signed(Filled(at: "2026-04-09T09:00"))
            .ThenTold(NoticeKind.FormCopy, "north-council@4", "riverside-care@4", "strategic-manager");

    [Test]
    public void Where_anybody_may_sign_an_agency_that_has_signed_is_not_asked_again() =>
        new Story(AnybodySigns).Raised(Raised).Given(Carer, Fill("monitoring", "service-user: N-1", "summary: Both.", "outcome: None."), Raised)
            .Given(CouncilManager, Sign("initiating"), Raised)
            .ThenTold(NoticeKind.FormToSign, "riverside-care@1");

    private static Story Filled(string at = Now) => new Story(SouthGloucestershire).Raised(Raised).TimePasses(at).Given(Carer, MonitoringForm("Care goes on."), at);

    private static Procedure AnybodySigns => SouthGloucestershire with
    {
        Stages = SouthGloucestershire.Stages.Select(s => s with { Forms = [new StageForm("monitoring")] }).ToValueList(),
        Forms = SouthGloucestershire.Forms
            .Select(f => f with { Signatures = f.Signatures.Select(s => s with { By = Who.EveryParty }).ToValueList() }).ToValueList(),
    };

    private static Story Signed(Story story) =>
        story.Given(CouncilManager, Sign("initiating"), "2026-04-09T10:00").Given(CareManager, Sign("receiving"), "2026-04-09T10:00");
}
