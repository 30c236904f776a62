// Carries a Jenkinsfile out with steps that only tell what they were asked to do.
//
//     groovy Jenkins.groovy JENKINSFILE
import java.util.concurrent.ConcurrentHashMap
import org.codehaus.groovy.control.CompilerConfiguration

abstract class Steps extends Script {
    static final Map locks = new ConcurrentHashMap()

    def getScm() { 'scm' }
    def getParams() { [STACK: System.getenv('STACK')] }
    void tell(String what) { synchronized (Steps) { println what } }
    void checkout(scm) {}
    void stage(String name, Closure body) { body() }
    void node(Closure body) { body() }
    void dir(String name, Closure body) { body() }
    void deleteDir() {}
    void archiveArtifacts(Map with) {}
    void stash(Map with) { tell "stash ${with.name}" }
    void unstash(String name) { tell "unstash $name" }
    void input(Map with) { tell "input ${with.message}" }
    void error(String why) { throw new IllegalStateException(why) }
    void lock(Map with, Closure body) { synchronized (locks.computeIfAbsent(with.resource, { new Object() })) { body() } }
    void waitUntil(Map with, Closure<Boolean> test) { while (!test()) Thread.sleep(20) }

    Map getDocker() { [image: { name -> [inside: { Closure body -> body() }] }] }

    void sh(String command) {
        tell "sh $command"
        if (command.startsWith(System.getenv('FAILS'))) { error "$command failed" }
    }

    void parallel(Map branches) {
        def failures = Collections.synchronizedList([])
        branches.values().collect { body -> Thread.start { try { body() } catch (e) { failures << e } } }*.join()
        if (failures) { throw failures[0] }
    }
}

def configuration = new CompilerConfiguration(scriptBaseClass: Steps.name)
new GroovyShell(this.class.classLoader, new Binding(), configuration).evaluate(new File(args[0]))
