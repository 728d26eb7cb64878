/** The address of a store without the name and password in it: "bolt://me:secret@host" is told as "bolt://host". */
export function withoutCredentials(url: string): string {
  return url.replace(/^([a-z][a-z0-9+.-]*:\/\/)[^@/]*@/i, '$1')
}
