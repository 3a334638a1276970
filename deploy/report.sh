#!/bin/sh
# A report with nobody to ask: collects, builds and posts. report.sh PLAN [FIRST_DAY]
#
# With the day of the first report, such as 2026-11-23, there is one every two weeks from it on, by the
# calendar and not by when a run happens to begin. So it may be run every day: once the report of these
# two weeks is posted it does nothing, and until then each run makes up for those that failed. Where
# some places have it already, the others get the same one, of the same facts: no mail goes out twice.
set -eu
plan=$1
first=${2-}
name=$(basename "$plan")
posts=data/posts/${name%.y*ml}
# The day on which the two weeks began whose report is posted, or partly; then with its snapshot.
mark=$posts/fortnight.txt
fortnight=1209600 # seconds

# The day on which these two weeks began, e.g. 2026-12-07; nothing before the first of all.
begun() {
  from=$(date -u -d "$first" +%s) || exit 2
  passed=$(($(date -u +%s) - from))
  if [ "$passed" -lt 0 ]; then return; fi
  date -u -d "@$((from + passed / fortnight * fortnight))" +%F
}

posted() {
  find "$posts" -name '*.json' 2>/dev/null | wc -l
}

remember() {
  if [ -n "$first" ]; then echo "$1" >"$mark"; fi
}

day=
snapshot=
if [ -n "$first" ]; then
  day=$(begun)
  if [ -z "$day" ]; then
    echo "The first report is due on $first."
    exit 0
  fi
  case $(cat "$mark" 2>/dev/null) in
    "$day")
      echo "The report of the two weeks from $day is posted."
      exit 0
      ;;
    "$day "*) snapshot=$(cut -d ' ' -f 2- "$mark") ;;
  esac
fi

if [ -z "$snapshot" ]; then
  collected=$(release-deck collect "$plan")
  printf '%s\n' "$collected"
  snapshot=$(printf '%s\n' "$collected" | head -n 1)
fi
built=0
# Slides that cannot be printed hold up no post.
release-deck build --snapshot "$snapshot" "$plan" || built=$?
before=$(posted)
code=0
release-deck post --yes --snapshot "$snapshot" "$plan" || code=$?
if [ "$code" = 0 ]; then
  remember "$day"
elif [ "$(posted)" != "$before" ]; then
  remember "$day $snapshot"
fi
if [ "$code" != 0 ]; then exit "$code"; fi
exit "$built"
