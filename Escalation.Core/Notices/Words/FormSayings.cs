namespace Escalation.Core.Notices.Words;

/// <summary>Words about forms.</summary>
internal static class FormSayings
{
    public static Saying Of(Telling t)
    {
        var form = t.Procedure.FormOf(t.Notice.Detail ?? "").Title;
        return t.Notice.Kind switch
        {
            NoticeKind.FormToSign => new($"Please read and sign: {form}", $"\"{form}\" has been signed by the other side and waits for your signature.",
                "Sign only what you have read: if anybody changes it, signatures no longer stand."),
            NoticeKind.SignatureVoided => new($"Please read again and sign: {form}", $"\"{form}\" was changed after you signed it, so your signature no longer stands."),
            NoticeKind.FormCopy => new($"Your copy: {form}", $"\"{form}\" is complete. This is your agency's copy, for its file."),
            NoticeKind.FormSigned => new($"A form was signed: {form}", $"A manager has signed \"{form}\"."),
            _ => throw new InvalidOperationException($"No words for {t.Notice.Kind}."),
        };
    }
}
