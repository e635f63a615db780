// Writes to the daemon's tables, in SQL and by GORM, and look-alikes.
package failover

import (
	"database/sql"
	"errors"
	"fmt"
	"log"
	"os"
	"strings"

	"example.com/app/tapes"
	"gorm.io/gorm"
)

const table = "volume_mounts"

// want +3 "'INSERT'.*'volume_operations'"
const insert = `
	-- what the daemon did
	INSERT INTO volume_operations (id, type)
	VALUES (?, ?)`

// want +4 "'DELETE'.*device_mappings"
const script = `
CREATE TABLE IF NOT EXISTS jobs (id INT);
UPDATE jobs SET done = 1;
  delete from device_mappings where id = 1; -- gone
`

type store struct {
	db   *sql.DB
	gorm *gorm.DB
	tape *tapes.Catalog
}

func (s *store) sql(id string, where string) {
	s.db.Exec("UPDATE volume_mounts SET device = ? WHERE id = ?", "", id)              // want "'UPDATE'"
	s.db.Exec("DELETE FROM " + table + " WHERE id = ?", id)                            // want "'DELETE'.*'volume_mounts'"
	s.db.Exec(fmt.Sprintf("UPDATE %s SET %s = 1", table, where))                       // want "UPDATE"
	s.db.Exec("INSERT INTO `oma`.`volume_mounts` VALUES (1)")                          // want "INSERT"
	s.db.Exec("REPLACE INTO volume_mounts SELECT * FROM jobs")                         // want "REPLACE"
	s.db.Exec("INSERT OR IGNORE INTO public.\"volume_mounts\" DEFAULT VALUES")         // want "INSERT"
	s.db.Exec("TRUNCATE TABLE jobs, volume_mounts")                                    // want "TRUNCATE"
	s.db.Exec("ALTER TABLE volume_mounts ADD COLUMN x INT")                            // want "ALTER"
	s.db.Exec("DROP TABLE IF EXISTS volume_mounts")                                    // want "DROP"
	s.db.Exec("WITH gone AS (DELETE FROM volume_mounts RETURNING id) SELECT * FROM gone") // want "DELETE"
	s.db.Exec("UPDATE volume_mounts m JOIN jobs j ON j.id = m.id SET m.done = 1")      // want "UPDATE"
	s.db.Exec("insert into volume_mounts(id) values (1)")                              // want "INSERT"
	fmt.Fprintf(os.NewFile(3, "script"), "DELETE FROM volume_mounts;")                 // want "DELETE"
	query := "UPDATE volume_mounts"                                                    // want "UPDATE"
	query += " SET device = ''"
	s.db.Exec(query + where)
	s.db.Exec(insert + where)
}

func (s *store) orm(mount any) {
	s.gorm.Table("volume_mounts").Create(mount)                                // want "'Create'"
	s.gorm.Table(table).Where("id = ?", 1).Updates(mount)                      // want "'Updates'"
	s.gorm.WithContext(nil).Table("oma.volume_mounts AS m").Delete(nil)        // want "'Delete'"
	scope := s.gorm.Table("device_mappings")
	scope.Where("id = 1").Save(mount) // want "'Save'"
	s.gorm.Transaction(func(tx *gorm.DB) error {
		return tx.Table("volume_mounts").Update("device", "").Error // want "'Update'"
	})
	s.gorm.Exec("DELETE FROM volume_mounts") // want "'DELETE'"
	s.gorm.Table("volume_mounts").Find(mount)     // evidence compliant
	s.gorm.Raw("SELECT * FROM volume_mounts")     // evidence compliant
	s.gorm.Table("jobs").Create(mount)
	s.gorm.Table("volume_mounts_old").Create(mount)
	s.gorm.Create(mount)
	s.tape.Table("volume_mounts").Create(mount) // evidence undecided "not read"
}

func (s *store) reads(name string) {
	s.db.Query("SELECT id FROM volume_mounts WHERE vm = ?", 1)                 // evidence compliant
	// evidence +1 compliant
	s.db.Query(`
		SELECT m.id
		FROM jobs j
		JOIN volume_mounts m ON m.id = j.id`)
	s.db.Exec("INSERT INTO jobs (SELECT id FROM volume_mounts)") // evidence compliant
	s.db.Exec("UPDATE " + name + " SET done = 1")   // evidence undecided "UPDATE"
}

func (s *store) lookAlikes(id string) error {
	s.db.Exec("UPDATE volume_mounts_archive SET x = 1")
	s.db.Exec("DELETE FROM volume_mounts.audit WHERE id = 1")
	s.db.Exec("INSERT INTO jobs (note) VALUES ('; DELETE FROM volume_mounts')")
	s.db.Exec("UPDATE jobs SET x = 1 /* UPDATE volume_mounts SET x = 1 */")
	log.Printf("DELETE FROM volume_mounts WHERE id = %s", id)
	if strings.HasPrefix(id, "UPDATE volume_mounts SET x = 1") || id == "DELETE FROM volume_mounts" {
		return errors.New("delete from volume_mounts")
	}
	fmt.Println("Do not update volume_mounts set by the daemon")
	const topic = "update volume_mounts"
	const names = "insert into volume_mounts failed, drop table volume_mounts: no"
	{
		const table = "jobs"
		s.db.Exec("DELETE FROM " + table)
	}
	// DELETE FROM volume_mounts WHERE id = 1
	return fmt.Errorf("delete from volume_mounts: %w", errors.ErrUnsupported)
}
