using System.Globalization;
using System.Text;

namespace Escalation.Service.Delivery;

/// <summary>
/// Puts letters into a folder as RFC 5322 files, one each, for trying it out and for a mail server that collects them. A letter that comes
/// again takes the place of the one before.
/// </summary>
/// <param name="sender">The address that letters are sent from.</param>
public sealed class FolderPostbox(string folder, string sender, TimeProvider clock) : IPostbox
{
    public async Task PostAsync(Letter letter, CancellationToken cancel)
    {
        var message = EmailMessage.Of(letter, sender, clock.GetUtcNow());
        try
        {
            System.IO.Directory.CreateDirectory(folder);
            await WriteWholeAsync(message, Path.Combine(folder, $"{EmailMessage.NameOf(letter.Id)}.eml"), cancel);
        }
        catch (Exception broken) when (broken is IOException or UnauthorizedAccessException)
        {
            throw new NotPostedException("The folder for letters cannot be written to.", inner: broken);
        }
    }

    public async Task ForgetAsync(string reference, CancellationToken cancel)
    {
        if (!System.IO.Directory.Exists(folder)) return;
        foreach (var file in System.IO.Directory.EnumerateFiles(folder).Where(f => Path.GetFileName(f).StartsWith($"{reference}.", StringComparison.Ordinal))) File.Delete(file);
        // Codes and new links have names by chance; the difference that they are about stands in their subject.
        foreach (var file in System.IO.Directory.EnumerateFiles(folder, "*-*.eml"))
            if (await IsAboutAsync(file, reference, cancel)) File.Delete(file);
        DurableFolder.Sync(folder);
    }

    private static async Task<bool> IsAboutAsync(string file, string reference, CancellationToken cancel)
    {
        await foreach (var line in File.ReadLinesAsync(file, cancel))
        {
            if (line.Length == 0) return false;
            if (line.StartsWith($"Subject: [{reference}]", StringComparison.Ordinal)) return true;
        }

        return false;
    }

    /// <summary>Whole or not at all, and on the disk before it is answered: whoever collects never sees half a letter.</summary>
    private static async Task WriteWholeAsync(string message, string path, CancellationToken cancel)
    {
        var unfinished = string.Create(CultureInfo.InvariantCulture, $"{path}.{Guid.NewGuid():N}.unfinished");
        try
        {
            await using (var file = new FileStream(unfinished, FileMode.CreateNew, FileAccess.Write))
            {
                await file.WriteAsync(Encoding.UTF8.GetBytes(message), cancel);
                file.Flush(flushToDisk: true);
            }

            File.Move(unfinished, path, overwrite: true);
            DurableFolder.Sync(Path.GetDirectoryName(path)!);
        }
        finally
        {
            if (File.Exists(unfinished)) File.Delete(unfinished);
        }
    }
}
