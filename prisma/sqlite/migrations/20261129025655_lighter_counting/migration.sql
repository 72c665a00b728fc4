-- CreateTable
CREATE TABLE "UnrankedReads" (
    "postId" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "reads" INTEGER NOT NULL,
    CONSTRAINT "UnrankedReads_reads_positive" CHECK ("reads" > 0),
    CONSTRAINT "UnrankedReads_postId_fkey" FOREIGN KEY ("postId") REFERENCES "Post" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_SeenView" (
    "day" INTEGER NOT NULL,
    "postId" INTEGER NOT NULL,
    "hash" TEXT NOT NULL,
    "times" INTEGER NOT NULL DEFAULT 1,

    PRIMARY KEY ("day", "postId", "hash"),
    CONSTRAINT "SeenView_times_positive" CHECK ("times" > 0)
);
INSERT INTO "new_SeenView" ("day", "hash", "postId", "times") SELECT "day", "hash", "postId", "times" FROM "SeenView";
DROP TABLE "SeenView";
ALTER TABLE "new_SeenView" RENAME TO "SeenView";
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;
