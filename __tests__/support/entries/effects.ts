/** The name of an effect, equal in every run: without what chance and the clock put into it. */
export function effectName(name: string, hosts: Readonly<Record<string, string>>): string {
  const named = Object.entries(hosts).reduce((text, [host, called]) => text.replaceAll(host, called), name)
  return named
    .replaceAll(/sha256([:-])[0-9a-f]{64}/g, 'sha256$1…')
    .replaceAll(/(refs\/release-charts\/unfinished\/\S+)-[0-9a-f]{16}(?=\s|$)/g, '$1-…')
    .replaceAll(/\breleases\/\d+/g, 'releases/…')
    .replaceAll(/(refs\/release-charts\/staging\/)\S+/g, '$1…')
    .replaceAll(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, '…')
}
