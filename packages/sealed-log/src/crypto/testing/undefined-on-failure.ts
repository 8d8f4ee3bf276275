/** What a library gives, or undefined where it refuses: vectors ask only whether. */
export async function undefinedOnFailure<Value>(attempt: () => Promise<Value>): Promise<Value | undefined> {
  try {
    return await attempt();
  } catch {
    return undefined;
  }
}
