import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { sigs } from "../../../../src/collect/meetings/sigs.ts";
import { collectedBy } from "../../../builders/collecting.ts";

const yaml = `
sigs:
- dir: sig-one
  name: One
  contact:
    slack: one
    mailing_list: https://groups.example.org/one
  meetings:
  - {description: Regular SIG Meeting, day: Monday, time: "9:00", tz: UTC, frequency: weekly, archive_url: https://example.org/agenda}
  - {description: "Office  Hours!", day: Monday, time: "10:00", tz: UTC, frequency: biweekly, archive_url: TBD}
  subprojects:
  - name: part
    contact: {slack: part}
    meetings:
    - {description: Part, day: Monday, time: "9:00", tz: UTC, frequency: weekly}
- dir: sig-two
  name: Two
  meetings:
  - {description: Only, day: Friday, time: 16:30, tz: UTC, frequency: weekly}
workinggroups:
- dir: wg-quiet
  name: Quiet
  meetings:
committees:
`;

async function read(settings: object, asOf = "2020-11-23T08:00:00Z") {
  const texts = { "sigs.yaml": yaml };
  const { facts } = await collectedBy(sigs, { from: "sigs.yaml", ...settings }, { texts, asOf });
  return facts.meetings?.[0];
}

describe("a meeting of a group", () => {
  it("is found by its words", async () => {
    expect(await read({ group: "sig-one", meeting: "regular sig meeting" })).toEqual({
      title: "One: Regular SIG Meeting",
      rule: "Monday 9:00 UTC, weekly",
      next: "2020-11-23T09:00:00Z",
      zone: "UTC",
      agendaUrl: "https://example.org/agenda",
      slack: "one",
      mailingList: "https://groups.example.org/one",
      source: "meetings",
    });
  });

  it("says why it is not known when it is next; an anchor helps", async () => {
    const wanted = { group: "sig-one", meeting: "office hours" };
    const meeting = await read(wanted);
    expect(meeting).toMatchObject({ because: expect.stringContaining("which week") });
    expect(meeting).not.toHaveProperty("next");
    expect(meeting).not.toHaveProperty("agendaUrl");
    expect(await read({ ...wanted, anchor: "2020-11-16" })).toMatchObject({
      next: "2020-11-30T10:00:00Z",
    });
  });

  it("may be one of a subproject, which has a channel of its own", async () => {
    expect(await read({ group: "sig-one", meeting: "Part" })).toMatchObject({
      slack: "part",
      mailingList: "https://groups.example.org/one",
    });
  });

  it("need not be named where it is the only one", async () => {
    expect(await read({ group: "sig-two" })).toMatchObject({ next: "2020-11-27T16:30:00Z" });
  });

  it.each([
    [{ group: "sig-three" }, "There are: sig-one, sig-two, wg-quiet."],
    [{ group: "sig-one" }, "There are: Regular SIG Meeting, Office  Hours!, Part."],
    [
      { group: "sig-one", meeting: "Other" },
      "There are: Regular SIG Meeting, Office  Hours!, Part.",
    ],
    [{ group: "wg-quiet" }, "It names none."],
  ])("that is not there: %j", async (settings, hint) => {
    await expect(read(settings)).rejects.toMatchObject({ code: "not-found", hint });
  });
});

it.each(["2020-11-31", "16 November", "2020-1-1"])("an anchor %s is no day", (anchor) => {
  expect(sigs.settings.safeParse({ group: "sig-one", anchor }).success).toBe(false);
});

const corpus = new URL("../../../../../shared/corpus/sigs/", import.meta.url);

describe.skipIf(!existsSync(corpus))("the community's own files", () => {
  const meetingOf = async (file: string, settings: object, asOf: string) => {
    const texts = { "sigs.yaml": readFileSync(new URL(file, corpus), "utf8") };
    const wanted = { from: "sigs.yaml", ...settings };
    return (await collectedBy(sigs, wanted, { texts, asOf })).facts.meetings?.[0];
  };
  const office = { group: "sig-architecture", meeting: "Conformance Office Hours" };

  it("of 2026 say when the conformance office hours are next", async () => {
    expect(await meetingOf("sigs.excerpt.yaml", office, "2026-08-13T08:00:00Z")).toMatchObject({
      rule: "Wednesday 18:00 UTC, First Wednesday of the month",
      next: "2026-09-02T18:00:00Z",
      slack: "sig-architecture",
    });
  });

  it("of 2020 do not, unless the plan names one day of them", async () => {
    const asOf = "2020-11-23T08:00:00Z";
    expect(await meetingOf("sigs.2020-11.excerpt.yaml", office, asOf)).not.toHaveProperty("next");
    const wanted = { ...office, anchor: "2020-10-27" };
    expect(await meetingOf("sigs.2020-11.excerpt.yaml", wanted, asOf)).toMatchObject({
      next: "2020-11-24T19:00:00Z",
    });
  });

  it("of 2020 say when SIG Testing is next", async () => {
    const wanted = { group: "sig-testing", meeting: "SIG Testing Bi-Weekly Meeting" };
    const asOf = "2020-11-23T08:00:00Z";
    expect(await meetingOf("sigs.2020-11.excerpt.yaml", wanted, asOf)).toMatchObject({
      next: "2020-12-01T18:00:00Z",
    });
  });
});
