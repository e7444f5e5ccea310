namespace Escalation.Core.Notices.Words;

/// <summary>Words about forms.</summary>
internal static class FormSayings
{
    public static Saying Of(Telling t)
    {
        var form = t.Procedure.FormOf(t.Notice.Detail ?? "").Title;
        return t.Notice.Kind switch
        {
            NoticeKind.FormToSign => new($"Please read and sign: {form}", $"\"{form}\" has been signed by the other side. It needs your signature too.",
                "Sign only what you have read. If anybody changes it afterwards, the signatures no longer count."),
            NoticeKind.SignatureVoided => new($"Please read again and sign: {form}", $"\"{form}\" was changed after you signed it, so your signature "
                + "no longer counts.", "Please read what has changed, and sign again if you agree."),
            NoticeKind.FormCopy => new($"Complete, for your file: {form}", $"\"{form}\" is complete. Open the difference to read it, and to print a copy for your file."),
            NoticeKind.FormSigned => new($"A form was signed: {form}", $"A manager has signed \"{form}\"."),
            _ => throw new InvalidOperationException($"No words for {t.Notice.Kind}."),
        };
    }
}
